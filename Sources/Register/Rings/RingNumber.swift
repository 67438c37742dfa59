public import Identity

/// The public number of a ring, such as `TR-1280-0001`.
///
/// It holds the municipality's code and a running number within it, and is never used again (decision C-52).
public struct RingNumber: Hashable, Sendable {
  /// The municipality in which the ring was filed.
  public let municipality: MunicipalityCode

  /// The running number, from 1.
  public let serial: Int

  /// Makes a number.
  public init(municipality: MunicipalityCode, serial: Int) {
    self.municipality = municipality
    self.serial = serial
  }

  /// Reads `TR-1280-0001`, with at least four digits in the running number.
  public init?(_ text: some StringProtocol) {
    let parts = text.uppercased().split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0] == "TR", parts[2].count >= 4, parts[2].allSatisfy(\.isASCIIDigit),
      let municipality = try? MunicipalityCode(String(parts[1])), let serial = Int(parts[2]), serial > 0
    else { return nil }
    self.init(municipality: municipality, serial: serial)
  }
}

extension RingNumber: CustomStringConvertible {
  /// The number as `TR-1280-0001`.
  public var description: String {
    let digits = String(serial)
    return "TR-\(municipality)-" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}

extension RingNumber: Comparable {
  /// Orders rings by municipality and running number.
  public static func < (left: RingNumber, right: RingNumber) -> Bool {
    (left.municipality, left.serial) < (right.municipality, right.serial)
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { isASCII && isNumber }
}
