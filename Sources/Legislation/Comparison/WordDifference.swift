/// A run of words that stands in both texts or in one of them.
struct Run: Hashable, Sendable {
  enum Kind: String, Sendable {
    case same
    case removed = "del"
    case added = "ins"
  }

  let kind: Kind
  var text: String
  /// Whether it follows what stands before it without a space, as a comma does.
  let isJoined: Bool
}

extension [Run] {
  /// The runs as one text, each written as the caller wants it.
  func joined(_ write: (Run) -> String = \.text) -> String {
    reduce(into: "") { text, run in
      if !text.isEmpty, !run.isJoined { text += " " }
      text += write(run)
    }
  }
}

/// The words in which two texts differ.
///
/// The longest common run of words in order, and among those of that length the one with the fewest breaks, so that a
/// reader sees what a drafter would have set in italics. The number of a section is one word with its letter, `5 a`, and
/// a comma or a full stop is a word of its own.
enum WordDifference {
  /// The runs, from the left; removed words stand before those that take their place.
  static func runs(old: String, new: String) -> [Run] {
    let old = Word.words(of: old)
    let new = Word.words(of: new)
    var start = 0
    while start < min(old.count, new.count), old[start] == new[start] { start += 1 }
    var end = 0
    while end < min(old.count, new.count) - start,
      old[old.count - 1 - end] == new[new.count - 1 - end]
    {
      end += 1
    }
    // A sentence that is added has its full stop at its own end.
    if end > 0, old[old.count - end].isJoined { end -= 1 }
    var runs = Runs()
    runs.add(.same, old[..<start])
    middle(Array(old[start..<(old.count - end)]), Array(new[start..<(new.count - end)]), &runs)
    runs.add(.same, old[(old.count - end)...])
    return runs.all
  }

  /// What is compared: a word, the number of a section, or a sign that ends a part of a sentence.
  private struct Word: Equatable {
    var text: Substring
    let isJoined: Bool

    /// The cost of a word that does not stay.
    var cost: Int { isJoined ? 10 : 1_000_000 }

    static func words(of text: String) -> [Word] {
      var words: [Word] = []
      var place = text.startIndex
      while place < text.endIndex {
        let next = text[place...].firstIndex(of: " ") ?? text.endIndex
        var word = text[place..<next]
        if next > place {
          // `3 a`, `9 a–9 d`: the letter of a section belongs to the number before it.
          if word.startsWithSectionLetter, let last = words.last, last.text.last?.isNumber == true,
            last.text.endIndex < word.startIndex
          {
            word = text[last.text.startIndex..<next]
            words.removeLast()
          }
          let sign = word.count > 1 && word.last.map { ",.;:".contains($0) } == true
          words.append(Word(text: sign ? word.dropLast() : word, isJoined: false))
          if sign { words.append(Word(text: word.suffix(1), isJoined: true)) }
        }
        place = next < text.endIndex ? text.index(after: next) : next
      }
      return words
    }
  }

  /// A word that stays in both costs nothing, one that does not costs much, a sign little, and a break between the two
  /// more than a sign, so that no comma stays for its own sake.
  private static func middle(_ old: [Word], _ new: [Word], _ runs: inout Runs) {
    let width = new.count + 1
    let torn = 21
    // The cost from here on, after a word that stayed (0) and after one that did not (1).
    var cost = [[Int]](repeating: [Int](repeating: 0, count: (old.count + 1) * width), count: 2)
    for row in stride(from: old.count, through: 0, by: -1) {
      for column in stride(from: new.count, through: 0, by: -1) where row < old.count || column < new.count {
        var gap = Int.max
        if row < old.count { gap = min(gap, old[row].cost + cost[1][(row + 1) * width + column]) }
        if column < new.count { gap = min(gap, new[column].cost + cost[1][row * width + column + 1]) }
        var stay = Int.max
        if row < old.count, column < new.count, old[row] == new[column] {
          stay = cost[0][(row + 1) * width + column + 1]
        }
        cost[0][row * width + column] = min(stay, gap + torn)
        cost[1][row * width + column] = min(stay, gap)
      }
    }
    var (row, column) = (0, 0)
    var state = 0
    while row < old.count || column < new.count {
      let here = cost[state][row * width + column]
      let left = state == 0 ? here - torn : here
      if row < old.count, column < new.count, old[row] == new[column],
        here == cost[0][(row + 1) * width + column + 1]
      {
        runs.add(.same, old[row...row])
        (row, column, state) = (row + 1, column + 1, 0)
      } else if row < old.count, left == old[row].cost + cost[1][(row + 1) * width + column] {
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

    mutating func add(_ kind: Run.Kind, _ words: ArraySlice<Word>) {
      for word in words { add(Run(kind: kind, text: String(word.text), isJoined: word.isJoined)) }
    }

    private mutating func add(_ run: Run) {
      guard let last = all.indices.last else { return all.append(run) }
      if all[last].kind == run.kind {
        all[last].text += (run.isJoined ? "" : " ") + run.text
      } else if run.kind == .removed, all[last].kind == .added {
        if last > 0, all[last - 1].kind == .removed {
          all[last - 1].text += (run.isJoined ? "" : " ") + run.text
        } else {
          all.insert(run, at: last)
        }
      } else {
        all.append(run)
      }
    }
  }
}

extension Substring {
  /// Whether it begins with the letter of a section, which no other letter follows.
  fileprivate var startsWithSectionLetter: Bool {
    guard let first, ("a"..."h").contains(first) else { return false }
    return dropFirst().first.map { !$0.isLetter && $0 != ")" } ?? true
  }
}
