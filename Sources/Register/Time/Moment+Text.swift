import Identity

extension Moment {
  /// Reads `2027-02-02T18:00`, with seconds and an offset if given, as Swedish time where no offset stands.
  ///
  /// A blank may stand for the `T`, as spreadsheets write it.
  /// A day alone is its first second.
  ///
  /// - Throws: `TIME_FORMAT`; `TIME_IN_GAP` for an hour that the clocks skip in March; `TIME_DOUBLED` for an hour
  ///   that comes twice in October and has no offset.
  public init(parsing text: String) throws(Refusal) {
    try self.init(parsing: text.utf8.span)
  }

  /// Reads a time from the bytes of a file, in the forms and with the errors of `init(parsing:)`.
  public init(parsing bytes: Span<UInt8>) throws(Refusal) {
    guard bytes.count >= 10, let day = LocalDate(iso: bytes.extracting(0..<10)) else {
      throw Refusal(.timeFormat)
    }
    guard bytes.count > 10 else {
      self.init(startOf: day)
      return
    }
    var position = 10
    guard let time = Moment.takeClock(from: bytes, at: &position) else { throw Refusal(.timeFormat) }
    let local = Int64(day.dayNumber) * Moment.secondsPerDay + time
    if position == bytes.count {
      try self.init(localSeconds: local)
    } else {
      guard let offset = Moment.takeOffset(from: bytes, at: &position), position == bytes.count else {
        throw Refusal(.timeFormat)
      }
      self.init(seconds: local - offset)
    }
  }

  /// The instant at which Sweden's clocks show a local time.
  init(localSeconds local: Int64) throws(Refusal) {
    let before = Moment.offset(at: local - Moment.secondsPerDay)
    let after = Moment.offset(at: local + Moment.secondsPerDay)
    guard before != after else {
      self.init(seconds: local - before)
      return
    }
    let candidates = [before, after].filter { Moment.offset(at: local - $0) == $0 }
    guard let offset = candidates.first else { throw Refusal(.timeInGap) }
    guard candidates.count == 1 else { throw Refusal(.timeDoubled) }
    self.init(seconds: local - offset)
  }

  /// Takes `T18:00` or `T18:00:30`, as seconds of the day.
  private static func takeClock(from bytes: Span<UInt8>, at position: inout Int) -> Int64? {
    guard take("T", from: bytes, at: &position) || take(" ", from: bytes, at: &position),
      let hour = takeTwoDigits(from: bytes, at: &position), hour < 24,
      take(":", from: bytes, at: &position),
      let minute = takeTwoDigits(from: bytes, at: &position), minute < 60
    else { return nil }
    let minutes = hour * secondsPerHour + minute * 60
    guard take(":", from: bytes, at: &position) else { return minutes }
    guard let second = takeTwoDigits(from: bytes, at: &position), second < 60 else { return nil }
    return minutes + second
  }

  /// Takes `Z`, `+01:00` or `+0100`, as seconds ahead of UTC.
  private static func takeOffset(from bytes: Span<UInt8>, at position: inout Int) -> Int64? {
    if take("Z", from: bytes, at: &position) { return 0 }
    let isBehind = take("-", from: bytes, at: &position)
    guard isBehind || take("+", from: bytes, at: &position),
      let hours = takeTwoDigits(from: bytes, at: &position), hours < 15
    else { return nil }
    _ = take(":", from: bytes, at: &position)
    guard let minutes = takeTwoDigits(from: bytes, at: &position), minutes < 60 else { return nil }
    let offset = hours * secondsPerHour + minutes * 60
    return isBehind ? -offset : offset
  }

  private static func take(_ character: Unicode.Scalar, from bytes: Span<UInt8>, at position: inout Int)
    -> Bool
  {
    guard position < bytes.count, bytes[position] == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  private static func takeTwoDigits(from bytes: Span<UInt8>, at position: inout Int) -> Int64? {
    guard position + 2 <= bytes.count else { return nil }
    let digits = (bytes[position], bytes[position + 1])
    guard (0x30...0x39).contains(digits.0), (0x30...0x39).contains(digits.1) else { return nil }
    position += 2
    return Int64(digits.0 - 0x30) * 10 + Int64(digits.1 - 0x30)
  }
}

extension Moment: CustomStringConvertible {
  /// The instant as `2027-02-02T18:00:00+01:00`, in Swedish time.
  public var description: String {
    let offset = Moment.offset(at: seconds) / Moment.secondsPerHour
    let ofDay = localSeconds - Int64(day.dayNumber) * Moment.secondsPerDay
    func two(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let clock = [ofDay / Moment.secondsPerHour, ofDay / 60 % 60, ofDay % 60].map(two).joined(separator: ":")
    return "\(day)T\(clock)+\(two(offset)):00"
  }
}

extension Moment {
  /// The clock in Sweden, `18:00`.
  public var clockText: String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(two(clock.hour)):\(two(clock.minute))"
  }
}
