/// How alike the parts of an old text and those of a new one are.
struct Likeness {
  private let old: [[Int]]
  private let new: [[Int]]

  /// Reads the parts, each word as a number of its own, so that many pairs are compared fast.
  init(old: [String], new: [String]) {
    var numbers: [Substring: Int] = [:]
    func words(_ text: String) -> [Int] {
      text.split(separator: " ").map { word in
        let number = numbers[word] ?? numbers.count
        numbers[word] = number
        return number
      }.sorted()
    }
    self.old = old.map(words)
    self.new = new.map(words)
  }

  /// 100 when all words of two parts are common, 0 when fewer than four in ten are.
  func of(_ oldPart: Int, _ newPart: Int) -> Int {
    let (left, right) = (old[oldPart], new[newPart])
    if left.isEmpty && right.isEmpty { return 100 }
    var (place, other, common) = (0, 0, 0)
    while place < left.count, other < right.count {
      if left[place] == right[other] {
        (place, other, common) = (place + 1, other + 1, common + 1)
      } else if left[place] < right[other] {
        place += 1
      } else {
        other += 1
      }
    }
    let share = 200 * common / (left.count + right.count)
    return share >= 40 ? share : 0
  }
}
