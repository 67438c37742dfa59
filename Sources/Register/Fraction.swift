/// An exact fraction with a positive denominator, for shares and thresholds.
///
/// Money and percentages are compared as integers and never rounded first (decision C-17).
public struct Fraction: Hashable, Sendable {
  /// The part.
  public let numerator: Int

  /// The whole, at least 1.
  public let denominator: Int

  /// Makes a fraction, or nothing when the denominator is below 1 or the numerator below 0.
  public init?(_ numerator: Int, _ denominator: Int) {
    guard denominator >= 1, numerator >= 0 else { return nil }
    self.numerator = numerator
    self.denominator = denominator
  }

  /// Reads `3/4`, or `1` for the whole.
  public init?(_ text: some StringProtocol) {
    var parts = text.split(separator: "/", omittingEmptySubsequences: false)
    if parts.count == 1 { parts.append("1") }
    guard parts.count == 2, let numerator = Int(parts[0]), let denominator = Int(parts[1]) else { return nil }
    self.init(numerator, denominator)
  }

  /// Reads `0,5` or `0.5`, at most four digits on each side, without zeros at its end.
  public init?(decimal text: String) {
    let parts = text.utf8.split(maxSplits: 1, omittingEmptySubsequences: false) {
      $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ".")
    }
    let isWritten = parts.allSatisfy { part in
      (1...4).contains(part.count) && part.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }
    guard isWritten, let whole = parts.first else { return nil }
    var decimals = parts.count == 2 ? Array(parts[1]) : []
    while decimals.last == UInt8(ascii: "0") { decimals.removeLast() }
    let numerator = (Array(whole) + decimals).reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    self.init(numerator, decimals.reduce(1) { whole, _ in whole * 10 })
  }

  /// Tells whether a part of a whole is at least this fraction.
  public func isReached(by part: Int, of whole: Int) -> Bool {
    denominator * part >= numerator * whole
  }
}

extension Fraction: CustomStringConvertible {
  /// The fraction as `3/4`.
  public var description: String { "\(numerator)/\(denominator)" }
}
