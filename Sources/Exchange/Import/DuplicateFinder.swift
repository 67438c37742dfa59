/// Finds the keys that stand twice in a file with different values, in memory that hardly grows with the
/// file.
///
/// Decision C-65 refuses both of two rows with different status for the same person and occasion, so the
/// first must be known to be in conflict before it is stored. The file is gone through twice: `note` marks
/// the place of each key in a bit filter and keeps the few whose place was taken, and `compare` looks at the
/// values of those alone.
public struct DuplicateFinder<Value: Equatable & Sendable>: Sendable {
  private var filter: [UInt64]
  private(set) var suspects: [KeyHash: Value?] = [:]
  private var conflicts: Set<KeyHash> = []

  /// Makes room for a number of keys, at 64 bits each and at most 32 MB.
  public init(expecting keyCount: Int) {
    var words = 16
    while words < min(keyCount, 1 << 22) { words *= 2 }
    filter = Array(repeating: 0, count: words)
  }

  /// Takes note of a key, in the first pass over the file.
  public mutating func note(_ key: KeyHash) {
    let place = key.first >> 6 & UInt64(filter.count - 1)
    let bit = UInt64(1) << (key.first & 63)
    if filter[Int(place)] & bit != 0 { suspects[key] = .some(nil) }
    filter[Int(place)] |= bit
  }

  /// Whether a second pass is needed.
  public var hasSuspects: Bool { !suspects.isEmpty }

  /// Compares the value of a key with the one it had before, in the second pass over the file.
  public mutating func compare(_ key: KeyHash, value: Value) {
    guard let known = suspects[key] else { return }
    if let earlier = known {
      if earlier != value { conflicts.insert(key) }
    } else {
      suspects[key] = .some(value)
    }
  }

  /// Tells whether a key stands in the file with different values.
  public func isInConflict(_ key: KeyHash) -> Bool {
    !conflicts.isEmpty && conflicts.contains(key)
  }
}
