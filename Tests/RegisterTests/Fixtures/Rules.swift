import Identity
import Register
import Testing

/// The values of table C5 that the rules of this target read, from 2027-01-01, with some of them replaced.
struct Rules: ExpressibleByDictionaryLiteral {
  private var replaced: [String: String] = [:]
  private var later: [(key: String, from: String, text: String)] = []

  init(dictionaryLiteral elements: (String, String)...) {
    replaced = Dictionary(uniqueKeysWithValues: elements)
  }

  init(_ values: [String: String]) {
    replaced = values
  }

  /// Gives a key another value from a day.
  func with(_ key: String, _ text: String, from day: String) -> Rules {
    var rules = self
    rules.later.append((key, day, text))
    return rules
  }

  func parameters() throws -> Parameters {
    var values: [String: [Parameters.Dated]] = [:]
    for (key, text) in Rules.shipped.merging(replaced, uniquingKeysWith: { $1 }) {
      values[key] = [try dated(key, text, from: "2027-01-01")]
    }
    for value in later {
      values[value.key, default: []].append(try dated(value.key, value.text, from: value.from))
    }
    return Parameters(values)
  }

  func benefit(year: Int = 2027) throws -> BenefitParameters {
    try BenefitParameters(year: year, in: parameters())
  }

  private func dated(_ key: String, _ text: String, from day: String) throws -> Parameters.Dated {
    let definition = try #require(ParameterDefinition.known.first { $0.key == key })
    let value: ParameterValue =
      text == "none" ? .none : try #require(ParameterValue(text, as: definition.type))
    return Parameters.Dated(from: try day.day, value: value, source: "C5")
  }

  private static let shipped = [
    "benefit.kind": "skattereduktion", "benefit.amount_kr": "2000", "benefit.min_age_at_year_end": "18",
    "benefit.max_per_person_year": "1", "benefit.max_claimants_per_household": "none",
    "benefit.dodsbo": "true", "attendance.threshold": "3/4", "attendance.basis": "pooled",
    "attendance.min_counted_occasions": "4", "attendance.notice_days_min": "7",
    "attendance.excused": "keep", "attendance.lock_date": "01-15", "training.minutes": "240",
    "training.blocks": "observation deeskalering poliskontakt juridik",
    "training.order": "before_participation", "training.validity_months": "none",
    "training.max_span_days": "none", "membership.multi": "primary_only",
    "id.coordination_level_min": "styrkt", "ring.active_share_min": "1/10", "ring.size_min": "40",
    "ring.size_max": "60", "ring.police_contact_per_quarter_min": "1",
  ]
}

extension String {
  /// The day that the text writes.
  var day: LocalDate {
    get throws { try #require(LocalDate(self), "\(self) is no day") }
  }

  /// The moment that the text writes.
  var moment: Moment {
    get throws { try Moment(parsing: self) }
  }

  /// The days written as `2027-01-20–2027-12-31`, or without a last day as `2027-01-20–`.
  var days: DayRange {
    get throws {
      let parts = split(separator: "–", omittingEmptySubsequences: false).map(String.init)
      let last: LocalDate? = try parts[1].isEmpty ? nil : parts[1].day
      return try #require(DayRange(try parts[0].day, through: last))
    }
  }
}

extension DayRange {
  /// The days as a test writes them.
  var text: String { "\(first)–" + (isOpen ? "" : "\(last)") }
}
