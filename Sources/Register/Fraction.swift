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

  /// Reads `3/4`.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let numerator = Int(parts[0]), let denominator = Int(parts[1]) else { return nil }
    self.init(numerator, denominator)
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
