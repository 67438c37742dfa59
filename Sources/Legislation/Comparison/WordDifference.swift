/// A run of words that stands in both texts or in one of them.
struct Run: Hashable, Sendable {
  enum Kind: String, Sendable {
    case same
    case removed = "del"
    case added = "ins"
  }

  let kind: Kind
  let text: String
}

/// The words in which two texts differ.
///
/// The longest common run of words in order, and among those of that length the one with the fewest breaks, so that a
/// reader sees what a drafter would have set in italics.
enum WordDifference {
  /// The runs, from the left; removed words stand before those that take their place.
  static func runs(old: String, new: String) -> [Run] {
    let old = old.split(separator: " ")
    let new = new.split(separator: " ")
    var start = 0
    while start < min(old.count, new.count), old[start] == new[start] { start += 1 }
    var end = 0
    while end < min(old.count, new.count) - start,
      old[old.count - 1 - end] == new[new.count - 1 - end]
    {
      end += 1
    }
    var runs = Runs()
    runs.add(.same, old[..<start])
    middle(Array(old[start..<(old.count - end)]), Array(new[start..<(new.count - end)]), &runs)
    runs.add(.same, old[(old.count - end)...])
    return runs.all
  }

  /// How alike two texts are: 100 when all words are common, 0 when fewer than four in ten are.
  static func likeness(_ left: String, _ right: String) -> Int {
    if left == right { return 100 }
    var counts: [Substring: Int] = [:]
    let left = left.split(separator: " ")
    let right = right.split(separator: " ")
    guard !left.isEmpty, !right.isEmpty else { return 0 }
    for word in left { counts[word, default: 0] += 1 }
    var common = 0
    for word in right {
      guard let count = counts[word], count > 0 else { continue }
      counts[word] = count - 1
      common += 1
    }
    let share = 200 * common / (left.count + right.count)
    return share >= 40 ? min(share, 99) : 0
  }

  /// A word that stays in both costs nothing, one that does not costs much, a break between the two a little.
  private static func middle(_ old: [Substring], _ new: [Substring], _ runs: inout Runs) {
    let width = new.count + 1
    let lost = 1_000_000
    // The cost from here on, after a word that stayed (0) and after one that did not (1).
    var cost = [[Int]](repeating: [Int](repeating: 0, count: (old.count + 1) * width), count: 2)
    for row in stride(from: old.count, through: 0, by: -1) {
      for column in stride(from: new.count, through: 0, by: -1) where row < old.count || column < new.count {
        var gap = Int.max
        if row < old.count { gap = min(gap, lost + cost[1][(row + 1) * width + column]) }
        if column < new.count { gap = min(gap, lost + cost[1][row * width + column + 1]) }
        var stay = Int.max
        if row < old.count, column < new.count, old[row] == new[column] {
          stay = cost[0][(row + 1) * width + column + 1]
        }
        cost[0][row * width + column] = min(stay, gap + 1)
        cost[1][row * width + column] = min(stay, gap)
      }
    }
    var (row, column) = (0, 0)
    var state = 0
    while row < old.count || column < new.count {
      let here = cost[state][row * width + column]
      if row < old.count, column < new.count, old[row] == new[column],
        here == cost[0][(row + 1) * width + column + 1]
      {
        runs.add(.same, old[row...row])
        (row, column, state) = (row + 1, column + 1, 0)
      } else if row < old.count, here - (1 - state) == lost + cost[1][(row + 1) * width + column] {
        runs.add(.removed, old[row...row])
        (row, state) = (row + 1, 1)
      } else {
        runs.add(.added, new[column...column])
        (column, state) = (column + 1, 1)
      }
    }
  }

  /// Gathers words into runs, those removed before those added in the same break.
  private struct Runs {
    var all: [Run] = []

    mutating func add(_ kind: Run.Kind, _ words: ArraySlice<Substring>) {
      guard !words.isEmpty else { return }
      let text = words.joined(separator: " ")
      if let last = all.indices.last, all[last].kind == kind {
        all[last] = Run(kind: kind, text: all[last].text + " " + text)
      } else if kind == .removed, let last = all.indices.last, all[last].kind == .added {
        if last > 0, all[last - 1].kind == .removed {
          all[last - 1] = Run(kind: .removed, text: all[last - 1].text + " " + text)
        } else {
          all.insert(Run(kind: .removed, text: text), at: last)
        }
      } else {
        all.append(Run(kind: kind, text: text))
      }
    }
  }
}
