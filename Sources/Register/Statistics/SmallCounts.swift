/// Counts of persons shown so that no small one can be read or worked out (decision C-96).
public enum SmallCounts {
  /// Hides every count below a limit, and more of them until the hidden ones cannot be told from the total.
  ///
  /// Whoever takes the shown counts from the total learns the sum of the hidden ones, so that sum must be no small count
  /// either and have at least two parts. The smallest of the others are hidden for it. It always suffices where the total
  /// is itself shown, since then the counts together reach the limit; a total below the limit hides them all.
  ///
  /// - Returns: the counts in their order, with nothing for a hidden one. Zero is no person and is shown.
  public static func shown(_ counts: [Int], from limit: Int) -> [Int?] {
    func isSmall(_ count: Int) -> Bool { count > 0 && count < limit }
    var hidden = Set(counts.indices.filter { isSmall(counts[$0]) })
    guard !hidden.isEmpty else { return counts }
    let rest = counts.indices.filter { counts[$0] >= limit }.sorted { counts[$0] < counts[$1] }
    for index in rest {
      guard hidden.count == 1 || isSmall(hidden.reduce(0) { $0 + counts[$1] }) else { break }
      hidden.insert(index)
    }
    return counts.indices.map { hidden.contains($0) ? nil : counts[$0] }
  }

  /// A total, or nothing when it is too small to be shown.
  public static func shown(total: Int, from limit: Int) -> Int? {
    total > 0 && total < limit ? nil : total
  }
}
