import Identity

extension Moment {
  /// Reads `2027-02-02T18:00`, with seconds and an offset if given, as Swedish time where no offset stands.
  ///
  /// - Throws: `TIME_FORMAT`; `TIME_IN_GAP` for an hour that the clocks skip in March; `TIME_DOUBLED` for an hour
  ///   that comes twice in October and has no offset.
  public init(parsing text: some StringProtocol) throws(Refusal) {
    try self.init(bytes: Array(text.utf8))
  }

  /// Reads the bytes of a time as the initialiser for text does.
  public init(bytes: some RandomAccessCollection<UInt8>) throws(Refusal) {
    let bytes = Array(bytes)
    guard bytes.count >= 10, let day = LocalDate(iso: bytes[0..<10]) else { throw Refusal(.timeFormat) }
    var rest = bytes[10...]
    guard !rest.isEmpty else {
      self.init(startOf: day)
      return
    }
    guard let time = Moment.takeClock(from: &rest) else { throw Refusal(.timeFormat) }
    let local = Int64(day.dayNumber) * Moment.secondsPerDay + time
    if rest.isEmpty {
      try self.init(localSeconds: local)
    } else {
      guard let offset = Moment.offset(written: rest) else { throw Refusal(.timeFormat) }
      self.init(seconds: local - offset)
    }
  }

  /// The instant at which Sweden's clocks show a local time.
  init(localSeconds local: Int64) throws(Refusal) {
    let before = Moment.offset(at: local - Moment.secondsPerDay)
    let after = Moment.offset(at: local + Moment.secondsPerDay)
    let candidates = (before == after ? [before] : [before, after])
      .filter { Moment.offset(at: local - $0) == $0 }
    guard let offset = candidates.first else { throw Refusal(.timeInGap) }
    guard candidates.count == 1 else { throw Refusal(.timeDoubled) }
    self.init(seconds: local - offset)
  }

  /// Takes `T18:00` or `T18:00:30` off the front, as seconds of the day.
  private static func takeClock(from rest: inout ArraySlice<UInt8>) -> Int64? {
    guard rest.first == UInt8(ascii: "T") || rest.first == UInt8(ascii: " ") else { return nil }
    rest = rest.dropFirst()
    guard let hour = takeTwoDigits(from: &rest), hour < 24, rest.first == UInt8(ascii: ":") else {
      return nil
    }
    rest = rest.dropFirst()
    guard let minute = takeTwoDigits(from: &rest), minute < 60 else { return nil }
    var second: Int64 = 0
    if rest.first == UInt8(ascii: ":") {
      rest = rest.dropFirst()
      guard let given = takeTwoDigits(from: &rest), given < 60 else { return nil }
      second = given
    }
    return hour * secondsPerHour + minute * 60 + second
  }

  /// Seconds ahead of UTC written as `Z`, `+01:00` or `+0100`.
  private static func offset(written bytes: ArraySlice<UInt8>) -> Int64? {
    var rest = bytes
    let sign = rest.removeFirst()
    if sign == UInt8(ascii: "Z") { return rest.isEmpty ? 0 : nil }
    guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else { return nil }
    guard let hours = takeTwoDigits(from: &rest), hours < 15 else { return nil }
    if rest.first == UInt8(ascii: ":") { rest = rest.dropFirst() }
    guard let minutes = takeTwoDigits(from: &rest), minutes < 60, rest.isEmpty else { return nil }
    let offset = hours * secondsPerHour + minutes * 60
    return sign == UInt8(ascii: "-") ? -offset : offset
  }

  private static func takeTwoDigits(from rest: inout ArraySlice<UInt8>) -> Int64? {
    let digits = rest.prefix(2)
    guard digits.count == 2, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    rest = rest.dropFirst(2)
    return digits.reduce(0) { $0 * 10 + Int64($1 - 0x30) }
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
