import Identity
public import Register

// How values stand in an exported cell; each is read back as the same value.

extension Bool {
  var cell: String { self ? "ja" : "nej" }
}

extension Fraction {
  /// The fraction as a decimal number with the decimal comma, cut after four decimals.
  public var cell: String {
    let whole = numerator / denominator
    var decimals = String(10_000 + numerator % denominator * 10_000 / denominator).dropFirst()
    while decimals.last == "0" { decimals.removeLast() }
    return decimals.isEmpty ? String(whole) : "\(whole),\(decimals)"
  }
}

extension PostalAddress? {
  /// The cells of the columns street, postcode and city.
  var cells: [String?] { map(PostalAddress.Parts.init).cells }
}

extension PostalAddress.Parts? {
  /// The cells of the columns street, postcode and city.
  var cells: [String?] {
    [self?.street, self?.postcode?.digits, self?.city]
  }
}
