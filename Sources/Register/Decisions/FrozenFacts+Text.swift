import Identity

// Names and values with spaces between, such as `registered=2027-01-15.. meetings=9/11 activities=0/1`: short, for there
// are a million a year, and plain to whoever reads the register without this program. What is nothing is left out.
extension FrozenFacts {
  /// The facts as they are stored beside the columns of a decision.
  public var text: String {
    var bytes: [UInt8] = []
    append(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Adds the text to bytes.
  public func append(to bytes: inout [UInt8]) {
    // More than the longest of each part: 26 bytes for a day, two for days, 20 for a number.
    let room = 512 + 64 * training.count + 96 * windows.count
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: room) { buffer in
      var text = OutputSpan(buffer: buffer, initializedCount: 0)
      write(to: &text)
      let count = text.finalize(for: buffer)
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: UnsafeBufferPointer(buffer)[..<count]))
    }
  }

  private func write(to text: inout OutputSpan<UInt8>) {
    if let registration { text.put("registered", registration) }
    text.put("born", birthDate)
    text.put("died", deceasedOn)
    if let identityLevel {
      text.name("level")
      text.put(identityLevel.rawValue)
    }
    for validity in training { text.put("trained", validity) }
    text.put("joined", outcome.joinedOn)
    for window in windows {
      text.name("window")
      text.put(window.ring)
      text.put(":")
      text.put(window.days)
    }
    let tally = outcome.tally
    text.put("meetings", tally.meetings.attended, of: tally.meetings.counted)
    text.put("activities", tally.activities.attended, of: tally.activities.counted)
    if outcome.unattested > 0 {
      text.name("unattested")
      text.put(outcome.unattested)
    }
    if let place = outcome.household { text.put("household", place.certain, of: place.waiting) }
  }

  /// Reads stored facts together with what stands in columns; nothing for a text that this program never wrote.
  public init?(
    _ text: String, verdict: BenefitOutcome.Verdict, unmet: OutcomeReasons, count: AttendanceCount,
    amount: Int
  ) {
    var values: [Substring: [Substring]] = [:]
    // Bytes are split, not characters: a page reads this for each year of its member.
    for pair in text.utf8.split(separator: UInt8(ascii: " ")) {
      guard let equals = pair.firstIndex(of: UInt8(ascii: "=")) else { return nil }
      values[Substring(pair[..<equals]), default: []].append(Substring(pair[pair.index(after: equals)...]))
    }
    func first<Value>(_ name: Substring, _ read: (Substring) -> Value?) -> Value? {
      values[name]?.first.flatMap(read)
    }
    var tally = AttendanceTally()
    guard let meetings = first("meetings", AttendanceCount.init(text:)),
      let activities = first("activities", AttendanceCount.init(text:))
    else { return nil }
    (tally.meetings, tally.activities) = (meetings, activities)
    let windows = (values["window"] ?? []).compactMap { QualifyingWindow(text: $0) }
    let earliest = windows.map(\.days.first).min()
    let latest = windows.map(\.days.last).max()
    self.init(
      outcome: BenefitOutcome(
        verdict: verdict, reason: unmet.first, unmet: unmet, count: count, tally: tally,
        unattested: first("unattested") { Int($0) } ?? 0,
        window: earliest.flatMap { DayRange($0, through: latest) }, ring: 0,
        joinedOn: first("joined") { LocalDate($0) }, lastMembership: nil, prospect: nil,
        household: first("household") { HouseholdPlace(text: $0) }, amount: amount),
      windows: windows,
      registration: first("registered") { DayRange(text: $0) },
      birthDate: first("born") { LocalDate($0) },
      deceasedOn: first("died") { LocalDate($0) },
      identityLevel: first("level") { IdentityLevel(rawValue: String($0)) },
      training: DaySet((values["trained"] ?? []).compactMap { DayRange(text: $0) }))
  }
}

extension DayRange {
  fileprivate init?(text: Substring) {
    guard let first = LocalDate(text.prefix(10)), text.dropFirst(10).hasPrefix("..") else { return nil }
    let end = text.dropFirst(12)
    let last = LocalDate(end)
    guard end.isEmpty || last != nil else { return nil }
    self.init(first, through: last)
  }
}

extension QualifyingWindow {
  fileprivate init?(text: Substring) {
    let parts = text.split(separator: ":")
    guard parts.count == 2, let ring = RingNumber(parts[0]), let days = DayRange(text: parts[1]) else {
      return nil
    }
    self.init(ring: ring, days: days)
  }
}

extension AttendanceCount {
  fileprivate init?(text: Substring) {
    let parts = text.split(separator: "/").compactMap { Int($0) }
    guard parts.count == 2 else { return nil }
    self.init(attended: parts[0], counted: parts[1])
  }
}

extension HouseholdPlace {
  fileprivate init?(text: Substring) {
    let parts = text.split(separator: "/").compactMap { Int($0) }
    guard parts.count == 2 else { return nil }
    self.init(certain: parts[0], waiting: parts[1])
  }
}
