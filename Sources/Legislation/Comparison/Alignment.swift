/// Which parts of two texts answer each other.
enum Alignment {
  /// A part of the old text, one of the new, or one of each.
  struct Pair: Hashable {
    let old: Int?
    let new: Int?
  }

  /// Pairs parts in order so that the pairs are as alike as they can be.
  ///
  /// - Parameter likeness: 0 for parts that have nothing to do with each other, up to 100 for equal ones.
  static func pairs(_ oldCount: Int, _ newCount: Int, likeness: (Int, Int) -> Int) -> [Pair] {
    let width = newCount + 1
    var best = [Int](repeating: 0, count: (oldCount + 1) * width)
    var alike = [Int](repeating: 0, count: max(oldCount * newCount, 1))
    for old in stride(from: oldCount - 1, through: 0, by: -1) {
      for new in stride(from: newCount - 1, through: 0, by: -1) {
        let value = likeness(old, new)
        alike[old * newCount + new] = value
        let paired = value > 0 ? best[(old + 1) * width + new + 1] + value : 0
        best[old * width + new] = max(paired, best[(old + 1) * width + new], best[old * width + new + 1])
      }
    }
    var pairs: [Pair] = []
    var (old, new) = (0, 0)
    while old < oldCount && new < newCount {
      let here = best[old * width + new]
      let value = alike[old * newCount + new]
      if value > 0 && here == best[(old + 1) * width + new + 1] + value {
        pairs.append(Pair(old: old, new: new))
        (old, new) = (old + 1, new + 1)
      } else if here == best[(old + 1) * width + new] {
        pairs.append(Pair(old: old, new: nil))
        old += 1
      } else {
        pairs.append(Pair(old: nil, new: new))
        new += 1
      }
    }
    pairs += (old..<oldCount).map { Pair(old: $0, new: nil) }
    pairs += (new..<newCount).map { Pair(old: nil, new: $0) }
    return pairs
  }
}
