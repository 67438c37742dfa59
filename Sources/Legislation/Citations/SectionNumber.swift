/// The number of a section or a chapter, such as `2` or `2 a`.
public struct SectionNumber: Hashable, Sendable {
  /// The number.
  public let number: Int

  /// The letter from `a`, or nothing.
  public let letter: UInt8?

  /// Makes a number.
  public init(_ number: Int, letter: UInt8? = nil) {
    self.number = number
    self.letter = letter
  }

  /// Reads `2` or `2 a`, and nothing else.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: " ")
    guard let first = parts.first, parts.count <= 2, let number = Int(first), number > 0 else { return nil }
    self.number = number
    if parts.count == 2 {
      guard let letter = parts[1].utf8.first, parts[1].utf8.count == 1,
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(letter)
      else { return nil }
      self.letter = letter
    } else {
      self.letter = nil
    }
  }

  /// The next number of the same kind: `2 b` after `2 a`, `3` after `2`.
  public var next: SectionNumber {
    letter.map { SectionNumber(number, letter: $0 + 1) } ?? SectionNumber(number + 1)
  }
}

extension SectionNumber: Comparable {
  /// Tells whether a number stands before another: 2, 2 a, 2 b, 3.
  public static func < (left: SectionNumber, right: SectionNumber) -> Bool {
    (left.number, left.letter ?? 0) < (right.number, right.letter ?? 0)
  }
}

extension SectionNumber: CustomStringConvertible {
  /// The number as a statute writes it.
  public var description: String {
    letter.map { "\(number) \(Character(UnicodeScalar($0)))" } ?? "\(number)"
  }
}

/// Numbers from one to another, both included; one number is a range of its own.
public struct SectionRange: Hashable, Sendable {
  /// The first number.
  public let first: SectionNumber

  /// The last number.
  public let last: SectionNumber

  /// Reads `53`, `53–56` or `9 a–9 d`.
  init?(_ text: some StringProtocol) {
    let ends = text.split(separator: "–").compactMap { SectionNumber($0) }
    guard let first = ends.first, let last = ends.last, ends.count <= 2, first <= last,
      ends.count == text.split(separator: "–").count
    else { return nil }
    self.first = first
    self.last = last
  }

  /// Whether a number lies within; `27–52` holds `30 a` also.
  func contains(_ number: SectionNumber) -> Bool {
    first <= number && number <= last
  }

  /// Every number of the range that needs no other knowledge: whole numbers, or letters of one number.
  var numbers: [SectionNumber] {
    var numbers = [first]
    while let number = numbers.last, number.next <= last { numbers.append(number.next) }
    if numbers.last != last { numbers.append(last) }
    return numbers
  }

  /// Reads `1–9, 9 a–9 d, 10`.
  static func list(_ text: String) -> [SectionRange]? {
    let parts = text.split(separator: ",").map { $0.split(separator: " ").joined(separator: " ") }
    let ranges = parts.compactMap { SectionRange($0) }
    return ranges.count == parts.count ? ranges : nil
  }
}
