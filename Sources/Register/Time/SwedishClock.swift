import Foundation
import Synchronization

/// How far Sweden's clocks are ahead of UTC, as Foundation knows it, remembered for each week.
///
/// A register asks this of every session and occasion, and Foundation takes a hundred times as long as a table.
final class SwedishClock: Sendable {
  static let shared = SwedishClock()

  private static let secondsPerWeek: Int64 = 604_800
  /// What stands in the table for a week that has not been asked about, and for one in which the clocks change.
  private static let (unknown, mixed): (Int32, Int32) = (.min, .max)

  private let stockholm: TimeZone
  /// The weeks from 1970 to 2126.
  private let weeks = InlineArray<8192, Atomic<Int32>> { _ in Atomic(SwedishClock.unknown) }

  private init() {
    guard let zone = TimeZone(identifier: "Europe/Stockholm") else {
      preconditionFailure("Foundation holds no data on Europe/Stockholm")
    }
    stockholm = zone
  }

  func offset(at seconds: Int64) -> Int64 {
    let week = Int(seconds / SwedishClock.secondsPerWeek)
    guard seconds >= 0, week < weeks.count else { return asked(at: seconds) }
    let known = weeks[week].load(ordering: .relaxed)
    if known != SwedishClock.unknown, known != SwedishClock.mixed { return Int64(known) }
    if known == SwedishClock.mixed { return asked(at: seconds) }
    let first = asked(at: Int64(week) * SwedishClock.secondsPerWeek)
    let last = asked(at: Int64(week + 1) * SwedishClock.secondsPerWeek - 1)
    weeks[week].store(first == last ? Int32(first) : SwedishClock.mixed, ordering: .relaxed)
    return first == last ? first : asked(at: seconds)
  }

  private func asked(at seconds: Int64) -> Int64 {
    Int64(stockholm.secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds))))
  }
}
