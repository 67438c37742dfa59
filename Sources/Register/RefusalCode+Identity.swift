public import Identity

extension RefusalCode {
  /// The code of a value that cannot be a number, a municipality or an address; both carry the same public name.
  public init(_ fault: IdentityFault) {
    self = RefusalCode(rawValue: fault.rawValue) ?? .format
  }
}

extension Refusal {
  /// Refuses a value that cannot be a number, a municipality or an address.
  public init(_ fault: IdentityFault, column: String? = nil) {
    self.init(RefusalCode(fault), column: column)
  }
}
