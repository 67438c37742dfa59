public import Identity

/// A set of days as unbroken ranges in order, no two of which touch.
///
/// Nearly every set in the register is one range, which is held in place and costs no allocation.
public struct DaySet: Hashable, Sendable {
  private enum Ranges: Hashable {
    case one(DayRange)
    /// None, or at least two.
    case many([DayRange])
  }

  private let ranges: Ranges

  /// Makes the set of one range's days, or the empty set.
  public init(_ range: DayRange? = nil) {
    self.ranges = range.map { .one($0) } ?? .many([])
  }

  /// Gathers the days of ranges in any order.
  public init(_ unordered: [DayRange]) {
    var joined: [DayRange] = []
    for range in unordered.sorted(by: { $0.first < $1.first }) {
      if let whole = joined.last?.joined(with: range) {
        joined[joined.count - 1] = whole
      } else {
        joined.append(range)
      }
    }
    self.ranges = joined.count == 1 ? .one(joined[0]) : .many(joined)
  }

  /// Tells whether a day is in the set.
  public func contains(_ day: LocalDate) -> Bool {
    contains { $0.contains(day) }
  }

  /// Tells whether the set and a range share a day.
  public func intersects(_ range: DayRange) -> Bool {
    contains { $0.intersection(range) != nil }
  }
}

extension DaySet: RandomAccessCollection {
  /// The position of the earliest range.
  public var startIndex: Int { 0 }

  /// The position after the last range.
  public var endIndex: Int {
    switch ranges {
    case .one: 1
    case .many(let ranges): ranges.count
    }
  }

  /// The unbroken range at a position, the earliest at 0.
  public subscript(position: Int) -> DayRange {
    switch ranges {
    case .one(let range): range
    case .many(let ranges): ranges[position]
    }
  }
}
