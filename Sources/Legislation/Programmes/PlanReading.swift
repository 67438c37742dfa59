import Documents
import Identity
import Register

/// The reading of the files of `Legal/programmes`, whose form the schema has checked.
struct PlanReading {
  /// What is wrong so far.
  var faults: [LawFault] = []

  private var plans: [TrainingPlan] = []

  /// Takes the plans of one programme.
  mutating func read(_ root: MarkupElement) throws(XMLFault) {
    let programme = try root.required("code", Programme.init(rawValue:))
    let title = try root.required("title")
    for element in root.children(named: "plan") {
      let plan = try plan(element, of: programme, called: title)
      if plans.contains(where: { $0.programme == programme && $0.from == plan.from }) {
        note(.planOverlap, at: element, ["programme": .text(programme.rawValue), "day": .day(plan.from)])
      }
      plans.append(plan)
    }
  }

  /// The plans, when no file has a fault and every programme that enrols has one.
  func finish(in folder: String) throws(LawFaults) -> [TrainingPlan] {
    guard faults.isEmpty else { throw LawFaults(all: faults) }
    let missing = Programme.allCases.filter { programme in
      programme.needsEnrolment && !plans.contains { $0.programme == programme }
    }
    guard missing.isEmpty else {
      throw LawFaults(
        all: missing.map { LawFault(.planMissing, file: folder, ["programme": .text($0.rawValue)]) })
    }
    return plans
  }

  private mutating func plan(
    _ element: MarkupElement, of programme: Programme, called title: String
  ) throws(XMLFault) -> TrainingPlan {
    var modules: [TrainingPlan.Module] = []
    for child in element.children(named: "module") {
      let module = try module(child)
      if modules.contains(where: { $0.code == module.code }) {
        note(.planModule, at: child, ["module": .text(module.code)])
      }
      modules.append(module)
    }
    for (module, child) in zip(modules, element.children(named: "module")) {
      for code in module.advisedAfter
      where !modules.contains(where: { $0.code == code && code != module.code }) {
        note(.planModule, at: child, ["module": .text(code)])
      }
    }
    var entry: TrainingPlan.Entry?
    if let conditions = try parameter("entry", .list, of: element) {
      entry = .init(
        conditions: conditions, months: try parameter("entry-months", .integer, of: element) ?? "")
    }
    let plan = TrainingPlan(
      programme: programme, title: title, from: try element.required("from", LocalDate.init),
      source: try element.required("source"),
      needsTrainer: try element.required("taught-by") == "trainer", entry: entry,
      advisedWeeks: try parameter("advised-weeks", .integer, of: element), modules: modules)
    let total = try element.required("minutes") { Int($0) }
    if plan.minutes != total {
      note(
        .planSum, at: element,
        ["programme": .text(programme.rawValue), "sum": .count(plan.minutes), "total": .count(total)])
    }
    return plan
  }

  private mutating func module(_ element: MarkupElement) throws(XMLFault) -> TrainingPlan.Module {
    TrainingPlan.Module(
      code: try element.required("code"), title: try element.required("title"),
      minutes: try element.required("minutes") { Int($0) }, content: element.text.collapsed,
      supervisedBy: try element.optional("supervised-by", SupervisorKind.init(rawValue:)),
      maximumWeeks: try parameter("max-weeks", .integer, of: element),
      advisedAfter: element["advised-after"]?.split(whereSeparator: \.isWhitespace).map(String.init) ?? [],
      source: try element.required("source"))
  }

  /// The key of a parameter that an attribute names.
  private mutating func parameter(
    _ attribute: String, _ type: ParameterType, of element: MarkupElement
  ) throws(XMLFault) -> String? {
    guard let key = element[attribute] else { return nil }
    let definition = ParameterDefinition.known.first { $0.key == key }
    if let definition, definition.type != type {
      note(
        .wrongType, at: element,
        [
          "parameter": .text(key), "found": .text(definition.type.written), "expected": .text(type.written),
        ])
    } else if definition == nil {
      note(.unknown, at: element, ["parameter": .text(key)])
    }
    return key
  }

  private mutating func note(_ code: LawFault.Code, at element: MarkupElement, _ facts: [String: Fact]) {
    faults.append(LawFault(code, file: element.file, line: element.line, facts))
  }
}
