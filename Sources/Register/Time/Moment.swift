public import Identity

/// An instant, to the second, read and written in Europe/Stockholm.
public struct Moment: Hashable, Comparable, Sendable {
  /// Seconds since 1970-01-01T00:00:00Z.
  public let seconds: Int64

  /// Makes the instant that many seconds after 1970-01-01T00:00:00Z.
  public init(seconds: Int64) {
    self.seconds = seconds
  }

  /// The first second of a day in Sweden.
  ///
  /// Sweden's clocks change at night after midnight, so every day begins at 00:00.
  public init(startOf day: LocalDate) {
    let guess = Int64(day.dayNumber) * Moment.secondsPerDay
    self.seconds = guess - Moment.offset(at: guess - Moment.secondsPerHour)
  }

  /// The day in Sweden.
  public var day: LocalDate {
    LocalDate(dayNumber: Int32(Moment.floorDivide(localSeconds, Moment.secondsPerDay)))
  }

  /// Orders instants in time.
  public static func < (left: Moment, right: Moment) -> Bool {
    left.seconds < right.seconds
  }

  /// The whole minutes that pass from one instant to a later one, whatever the clocks do.
  public static func minutes(from start: Moment, to end: Moment) -> Int {
    Int((end.seconds - start.seconds) / 60)
  }

  /// The instant that many seconds later.
  public func adding(seconds: Int64) -> Moment {
    Moment(seconds: self.seconds + seconds)
  }

  /// The hour of the day in Sweden, 0 to 23, and the minute.
  public var clock: (hour: Int, minute: Int) {
    let ofDay = localSeconds - Int64(day.dayNumber) * Moment.secondsPerDay
    return (Int(ofDay / Moment.secondsPerHour), Int(ofDay / 60 % 60))
  }

  var localSeconds: Int64 { seconds + Moment.offset(at: seconds) }

  static let secondsPerDay: Int64 = 86_400
  static let secondsPerHour: Int64 = 3_600

  /// Seconds that Sweden's clocks are ahead of UTC at an instant.
  static func offset(at seconds: Int64) -> Int64 { SwedishClock.shared.offset(at: seconds) }

  static func floorDivide(_ value: Int64, _ divisor: Int64) -> Int64 {
    let quotient = value / divisor
    return value % divisor < 0 ? quotient - 1 : quotient
  }
}
