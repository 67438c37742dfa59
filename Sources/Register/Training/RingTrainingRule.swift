import Identity

/// What the ring training demands on a day.
struct RingTrainingRule {
  let minutes: Int
  let blocks: [String]
  let validityMonths: Int?
  let spanDays: Int?

  init(in parameters: Parameters, on day: LocalDate) throws(Refusal) {
    self.minutes = try parameters.value(of: .trainingMinutes, on: day)
    self.blocks = try parameters.value(of: .trainingBlocks, on: day)
    self.validityMonths = try parameters.value(of: .trainingValidityMonths, on: day)
    self.spanDays = try parameters.value(of: .trainingSpanDays, on: day)
  }

  /// Nothing before commencement, when no training can be completed (decision C-50).
  init?(_ parameters: Parameters, on day: LocalDate) {
    guard let rule = try? RingTrainingRule(in: parameters, on: day) else { return nil }
    self = rule
  }

  /// From the day of completion through the clamped anniversary.
  func validity(from day: LocalDate) -> DayRange? {
    DayRange(day, through: validityMonths.map { day.adding(months: $0) })
  }
}
