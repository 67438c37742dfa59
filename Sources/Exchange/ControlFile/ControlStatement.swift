/// One control statement as the form has it, each field filled or not; the rules tell what is wrong with it.
public struct ControlStatement: Hashable, Sendable {
  /// Name and address of the person, who may have a coordination number or none that can be sent.
  public struct Recipient: Hashable, Sendable {
    /// Field 216.
    public var givenName: String?
    /// Field 217.
    public var familyName: String?
    /// Field 218.
    public var street: String?
    /// Field 219.
    public var postcode: String?
    /// Field 220.
    public var city: String?
    /// Field 221, two letters.
    public var country: String?
    /// Whether the person's data are protected, so that no address is sent (decision C-96).
    public var isProtected = false

    /// Makes a recipient of whom nothing is told.
    public init() {}
  }

  /// Field 570.
  public var specification: Int64

  /// Field 205: the statement sent before under the same key is taken back.
  public var isRemoval = false

  /// The amount granted, in kronor.
  public var amountKr: Int?

  /// Field 215, twelve digits.
  public var number: Int64?

  /// Field 222, eleven digits: a date of birth and three digits of choice.
  public var birthTime: Int64?

  /// Fields 216 to 221.
  public var recipient: Recipient?

  /// Begins a statement.
  public init(specification: Int64) {
    self.specification = specification
  }
}
