public import Register

/// Persons as one bit each, for asking a million times whether somebody is among them.
public struct PersonSet: Sendable {
  private var words: [UInt64] = []

  /// Holds nobody.
  public init() {}

  /// Whether it holds nobody.
  public var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

  /// How many they are.
  public var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

  /// Adds a person.
  public mutating func insert(_ person: PersonID) {
    let (word, bit) = position(person)
    if word >= words.count { words.append(contentsOf: repeatElement(0, count: word + 1 - words.count)) }
    words[word] |= bit
  }

  /// Tells whether a person is among them.
  public func contains(_ person: PersonID) -> Bool {
    let (word, bit) = position(person)
    return word < words.count && words[word] & bit != 0
  }

  private func position(_ person: PersonID) -> (word: Int, bit: UInt64) {
    (Int(person.value / 64), 1 << UInt64(person.value % 64))
  }
}
