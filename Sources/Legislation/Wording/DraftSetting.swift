import Documents
public import Identity
public import Register

/// What a draft is written for: the day it takes effect and the values in force on it.
public struct DraftSetting: Sendable {
  /// The dated values.
  public let parameters: Parameters

  /// The day the drafts take effect.
  public let commencement: LocalDate

  /// The day whose values the drafts show: that of commencement, or the first one that has values when it is later.
  public var day: LocalDate { max(commencement, parameters.commencement ?? commencement) }

  /// Sets the drafts for a day.
  public init(parameters: Parameters, commencement: LocalDate) {
    self.parameters = parameters
    self.commencement = commencement
  }
}

extension DraftSetting {
  /// The value of a parameter.
  func value(of key: String) throws(Refusal) -> ParameterValue {
    try parameters.dated(key, on: day).value
  }

  /// The plan of a programme.
  func plan(of programme: Programme) throws(Refusal) -> TrainingPlan {
    try parameters.plan(of: programme, startedOn: day)
  }
}

/// Writes the paragraphs of drafts for one setting.
struct DraftWriter {
  let setting: DraftSetting
  /// The designations of the new acts by their identifiers.
  let newActs: [String: NewActName]
  /// Puts this in the place of every number that is a reference, for the check of numbers that are not.
  var mask: String?

  func holds(_ condition: Condition?) throws(Refusal) -> Bool {
    guard let condition else { return true }
    let found: String?
    if condition.key == Condition.commencement {
      let day = setting.commencement
      found = day.month == 1 && day.day == 1 ? "new-year" : "other"
    } else {
      found = written(try setting.value(of: condition.key))
    }
    let holds = condition.value.map { $0 == found } ?? (found != nil)
    return holds != condition.isNegated
  }

  /// The paragraphs that hold, with those that stay taken from the current wording.
  func passages(_ drafts: [DraftPassage], current: [Passage]) throws(Refusal) -> [Passage] {
    var passages: [Passage] = []
    for draft in drafts where try holds(draft.condition) {
      switch draft.content {
      case .same(let range):
        passages += range.compactMap { current.indices.contains($0 - 1) ? current[$0 - 1] : nil }
      case .lines(let lines): passages.append(try passage(lines))
      }
    }
    return passages
  }

  /// Words that are no provision, such as a commentary.
  func words(_ pieces: [Piece]) throws(Refusal) -> String {
    try text(pieces).collapsed
  }

  private func passage(_ drafts: [DraftLine]) throws(Refusal) -> Passage {
    var lines: [Line] = []
    var points = 0
    for draft in drafts where try holds(draft.condition) {
      let text = try text(draft.pieces).collapsed
      let marker: Line.Marker
      switch draft.marker {
      case .opening: marker = .opening
      case .dash: marker = .dash
      case .term(let term): marker = .term(term)
      case .omitted: marker = .omitted
      case .point(let number):
        points = number ?? points + 1
        marker = .point(points)
      }
      if marker != .opening || !text.isEmpty { lines.append(Line(marker: marker, text: text)) }
    }
    return Passage(lines: lines)
  }

  private func text(_ pieces: [Piece]) throws(Refusal) -> String {
    var text = ""
    for piece in pieces {
      switch piece {
      case .text(let run): text += run
      case .fixed(let run): text += mask ?? run
      case .number(let key, let form):
        if let mask { text += mask } else { text += try number(key, form) }
      case .plan(let programme, let practice):
        if let mask { text += mask } else { text += try hours(of: programme, practice) }
      case .newAct(let id): text += newActs[id]?.designation(in: setting.commencement.year) ?? id
      case .commencement(.year): text += String(setting.commencement.year)
      case .commencement(.yearBefore): text += String(setting.commencement.year - 1)
      case .when(let condition, let inner): if try holds(condition) { text += try self.text(inner) }
      }
    }
    return text
  }

  private func number(_ key: String, _ form: NumberForm) throws(Refusal) -> String {
    let unit = ParameterDefinition.known.first { $0.key == key }?.unit
    return Self.write(try setting.value(of: key), unit, form) ?? "?"
  }

  private func hours(of programme: Programme, _ practice: Bool) throws(Refusal) -> String {
    let plan = try setting.plan(of: programme)
    return SwedishNumber.duration(practice ? plan.practiceMinutes : plan.minutes, .minutes) ?? "?"
  }

  /// Writes a value in a form, or nothing when the form is not for such a value.
  static func write(_ value: ParameterValue, _ unit: ParameterUnit?, _ form: NumberForm) -> String? {
    switch (value, form) {
    case (.integer(let number), .figure): Language.swedish.amount(number)
    case (.integer(let number), .word): SwedishNumber.word(number)
    case (.integer(let number), .duration): unit.flatMap { SwedishNumber.duration(number, $0) }
    case (.fraction(let share), .percent): SwedishNumber.percent(share)
    case (.fraction(let share), .fraction): SwedishNumber.fraction(share)
    case (.monthDay(let day), .dayAfter): SwedishNumber.day(day.day(in: 2027).adding(days: 1))
    case (.list(let items), .months):
      ProvisionList.enumerated(items.compactMap { Int($0).map(SwedishNumber.word) })
        + (items == ["1"] ? " månad" : " månader")
    case (.list(let items), .longest):
      items.compactMap { Int($0) }.max().flatMap { SwedishNumber.duration($0, .months) }
    case (.none, _): ""
    default: nil
    }
  }

  private func written(_ value: ParameterValue) -> String? {
    switch value {
    case .integer(let number): String(number)
    case .fraction(let share): share.description
    case .boolean(let flag): String(flag)
    case .date(let day): day.description
    case .monthDay(let day): "\(day.month)-\(day.day)"
    case .list(let items): items.joined(separator: " ")
    case .choice(let choice): choice
    case .none: nil
    }
  }
}
