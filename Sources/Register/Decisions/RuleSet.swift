public import Identity

/// The values by which an income year is decided, kept with the decisions since they explain them ever after.
public struct RuleSet: Hashable, Sendable {
  /// The income year.
  public let year: Int

  /// The values, one of each key.
  public let parameters: Parameters

  /// The first day from which all of them apply together.
  public let from: LocalDate

  /// The version of the rules themselves, raised when the program judges the same facts otherwise.
  public static let version = 1

  /// Takes the values of a year out of the law data.
  ///
  /// - Throws: `PARAMETER_NOT_IN_FORCE` for a year before the register act.
  public init(year: Int, in parameters: Parameters) throws(Refusal) {
    var values: [String: [Parameters.Dated]] = [:]
    for definition in RuleSet.definitions {
      values[definition.key] = [try parameters.dated(definition.key, on: LocalDate.firstDay(of: year))]
    }
    let own = Parameters(values)
    self.year = year
    self.parameters = own
    self.from = try BenefitParameters(year: year, in: parameters).from
  }

  /// The values as text, one line each: key, first day, value and source with tabs between.
  public var text: String {
    let lines = RuleSet.definitions.flatMap { definition in
      parameters.history(of: definition.key).map { dated in
        [definition.key, dated.from.description, dated.value.text, dated.source].joined(separator: "\t")
      }
    }
    return (["rules \(RuleSet.version) year \(year)"] + lines).joined(separator: "\n")
  }

  /// Reads the text of a rule set, whatever version of the rules wrote it.
  public init?(_ text: String) {
    let lines = text.split(separator: "\n")
    guard let head = lines.first?.split(separator: " "), head.count == 4, let year = Int(head[3]) else {
      return nil
    }
    var values: [String: [Parameters.Dated]] = [:]
    for line in lines.dropFirst() {
      let cells = line.split(separator: "\t", maxSplits: 3, omittingEmptySubsequences: false).map(String.init)
      guard cells.count == 4, let definition = RuleSet.definitions.first(where: { $0.key == cells[0] }),
        let from = LocalDate(cells[1]), let value = ParameterValue(stored: cells[2], as: definition.type)
      else { return nil }
      values[definition.key] = [Parameters.Dated(from: from, value: value, source: cells[3])]
    }
    guard let rules = try? RuleSet(year: year, in: Parameters(values)) else { return nil }
    self = rules
  }

  private static let definitions: [ParameterDefinition] = [
    Parameter.benefitKind.definition, Parameter.benefitAmount.definition, Parameter.minimumAge.definition,
    Parameter.estateEligible.definition, Parameter.householdCap.definition,
    Parameter.attendanceThreshold.definition, Parameter.attendanceBasis.definition,
    Parameter.minimumOccasions.definition, Parameter.minimumNotice.definition,
    Parameter.excusedAbsence.definition, Parameter.lockDate.definition, Parameter.trainingOrder.definition,
    Parameter.multipleMembership.definition, Parameter.coordinationLevel.definition,
  ]
}

extension ParameterValue {
  /// The value as the law data writes it, and `none` where it sets no limit.
  public var text: String {
    switch self {
    case .integer(let number): String(number)
    case .fraction(let fraction): fraction.description
    case .boolean(let flag): String(flag)
    case .date(let date): date.description
    case .monthDay(let day): String(day.day(in: 2027).description.dropFirst(5))
    case .list(let items): items.joined(separator: " ")
    case .choice(let choice): choice
    case .none: "none"
    }
  }

  fileprivate init?(stored text: String, as type: ParameterType) {
    if text == "none" { self = .none } else { self.init(text, as: type) }
  }
}
