extension PostalAddress {
  /// The parts of an address that are given, to make one or to change one that is known.
  public struct Parts: Hashable, Sendable {
    /// Street and number, box, or c/o, on one line.
    public let street: String?

    /// The postcode.
    public let postcode: Postcode?

    /// The name of the post town.
    public let city: String?

    /// Takes the parts that are given, each as a whole address takes it.
    public init(street: String?, postcode: String?, city: String?) throws(IdentityFault) {
      self.street = try street.map { (text) throws(IdentityFault) in try PostalAddress.streetLine(text) }
      self.postcode = try postcode.map { (text) throws(IdentityFault) in try Postcode(text) }
      self.city = try city.map { (text) throws(IdentityFault) in try PostalAddress.cityLine(text) }
    }

    /// All parts of an address.
    public init(_ address: PostalAddress) {
      street = address.street
      postcode = address.postcode
      city = address.city
    }
  }

  /// A known address with the parts that are given in place of its own, or nothing while a part is missing.
  public init?(_ parts: Parts, completing known: PostalAddress?) {
    guard let street = parts.street ?? known?.street, let postcode = parts.postcode ?? known?.postcode,
      let city = parts.city ?? known?.city
    else { return nil }
    self.street = street
    self.postcode = postcode
    self.city = city
  }
}
