/// The word that someone perhaps meant.
enum Suggestion {
  /// The candidate nearest to a word, or nil when none is near.
  ///
  /// Near is one edit for three letters. A beginning of at least two letters is near as well.
  static func closest(to word: String, among candidates: [String]) -> String? {
    let asked = Array(word.lowercased().unicodeScalars)
    var best: (candidate: String, distance: Int)?
    for candidate in candidates {
      let letters = Array(candidate.lowercased().unicodeScalars)
      var distance = editDistance(asked, letters)
      if asked.count >= 2, letters.starts(with: asked) { distance = min(distance, 1) }
      guard distance <= max(1, max(asked.count, letters.count) / 3) else { continue }
      if distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    return best?.candidate
  }

  /// The fewest insertions, removals, changes and swaps of neighbours that make one word the other.
  static func editDistance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for i in left.indices {
      var row = [i + 1]
      row.reserveCapacity(right.count + 1)
      for j in right.indices {
        var cost = min(last[j + 1] + 1, row[j] + 1, last[j] + (left[i] == right[j] ? 0 : 1))
        if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
          cost = min(cost, beforeLast[j - 1] + 1)
        }
        row.append(cost)
      }
      (beforeLast, last) = (last, row)
    }
    return last[right.count]
  }
}
