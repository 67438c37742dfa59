// stand-in until the real types are merged
public enum IdentityFault: String, Error, CaseIterable, Sendable { case format = "FORMAT" }
public struct IdentityNumber: Hashable, Comparable, Sendable, CustomStringConvertible {
  public enum Kind: Sendable { case personalIdentityNumber, coordinationNumber }
  public let value: Int64
  public init(stored: Int64) { value = stored }
  public init(parsing text: String, on today: LocalDate) throws(IdentityFault) {
    guard let v = Int64(text.filter { $0 != "-" }) else { throw .format }
    value = v
  }
  public var kind: Kind { value / 10_000 % 100 > 60 ? .coordinationNumber : .personalIdentityNumber }
  public var birthDate: LocalDate? {
    let day = Int(value / 10_000 % 100)
    return LocalDate(year: Int(value / 100_000_000), month: Int(value / 1_000_000 % 100), day: day > 60 ? day - 60 : day)
  }
  public var isSendableInField215: Bool { birthDate != nil }
  public var twelveDigits: String { String(value) }
  public var masked: String { description }
  public var description: String { String(value / 10_000 % 1_000_000) + "-****" }
  public static func < (l: Self, r: Self) -> Bool { l.value < r.value }
}
public struct OrganisationNumber: Hashable, Sendable { public let value: Int64; public init?(_ t: String) { guard let v = Int64(t) else { return nil }; value = v }
  public var twelveDigits: String { "16\(value)" } }
public struct MunicipalityCode: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let value: UInt16
  public init?(_ text: some StringProtocol) { guard let v = UInt16(text) else { return nil }; value = v }
  public var description: String { let s = String(value); return String(repeating: "0", count: 4 - s.count) + s }
  public static func < (l: Self, r: Self) -> Bool { l.value < r.value }
}
public struct PostalAddress: Hashable, Sendable {
  public let street: String, postcode: String, city: String
  public init(street: String, postcode: String, city: String) throws(IdentityFault) { self.street = street; self.postcode = postcode; self.city = city }
}
