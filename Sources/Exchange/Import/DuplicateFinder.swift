public import Register

/// Finds the keys that stand twice in a file with different statuses, in memory that hardly grows with the file.
///
/// Decision C-65 refuses both of two rows with different status for the same person and occasion, so the first must
/// be known to be in conflict before it is stored. `note` marks each key in a filter and keeps those whose marks were
/// there already; only when there are any is the file gone through again, where `compare` looks at their statuses.
public struct DuplicateFinder: Sendable {
  /// Each key marks one bit in every word of one block, so that a look at the filter costs one line of the cache. Of
  /// a million keys that differ, about one in thirty files has two that share all their marks.
  private static let block = 8

  private var filter: [UInt64]
  private(set) var suspects: [KeyHash: AttendanceStatus?] = [:]
  private var conflicts: Set<KeyHash> = []

  /// Makes room for a number of keys, at 64 bits each and at most 32 MB.
  public init(expecting keyCount: Int) {
    var words = 16
    while words < min(keyCount, 1 << 22) { words *= 2 }
    filter = Array(repeating: 0, count: words)
  }

  /// Takes note of a key, in the first pass over the file.
  public mutating func note(_ key: KeyHash) {
    let start = Int(key.first & UInt64(filter.count - 1)) & -Self.block
    var marks = key.second
    var isKnown = true
    for word in start..<start + Self.block {
      let bit = UInt64(1) << (marks & 63)
      isKnown = isKnown && filter[word] & bit != 0
      filter[word] |= bit
      marks >>= 6
    }
    if isKnown { suspects[key] = .some(nil) }
  }

  /// Whether a second pass is needed.
  public var hasSuspects: Bool { !suspects.isEmpty }

  /// Compares the status of a key with the one it had before, in the second pass over the file.
  public mutating func compare(_ key: KeyHash, _ status: AttendanceStatus) {
    guard let known = suspects[key] else { return }
    if let earlier = known {
      if earlier != status { conflicts.insert(key) }
    } else {
      suspects[key] = .some(status)
    }
  }

  /// Tells whether a key stands in the file with different statuses.
  public func isInConflict(_ key: KeyHash) -> Bool {
    !conflicts.isEmpty && conflicts.contains(key)
  }
}
