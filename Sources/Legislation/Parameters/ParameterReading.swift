import Documents
import Identity
import Register

/// The reading of all files of parameters, which gathers every fault on its way.
struct ParameterReading {
  private static let namespace = "urn:trygghetsregister:parameters:1"
  private static let definitions = Dictionary(
    uniqueKeysWithValues: ParameterDefinition.known.map { ($0.key, $0) })

  /// What is wrong so far.
  var faults: [LawFault] = []

  private var values: [String: [Parameters.Dated]] = [:]
  /// Where each key stands, as `file:line`.
  private var places: [String: String] = [:]

  /// Takes the parameters of one file.
  mutating func read(_ root: MarkupElement) {
    guard root.name == "parameters", root.namespace == Self.namespace else {
      return note(
        .wrongRoot, at: root,
        [
          "found": .text(root.name + " " + root.namespace), "expected": .text("parameters " + Self.namespace),
        ])
    }
    noteUnknown(in: root, attributes: [])
    for parameter in children(of: root, known: ["parameter"]) { read(parameter: parameter) }
  }

  /// The values of each key, when no file has a fault and every known key has come.
  func finish(in folder: String) throws(LawFaults) -> [String: [Parameters.Dated]] {
    // With a file unread or a key misspelt, what is missing would only follow from that.
    guard faults.isEmpty else { throw LawFaults(all: faults) }
    let missing = ParameterDefinition.known.filter { values[$0.key] == nil }
    guard missing.isEmpty else {
      throw LawFaults(all: missing.map { LawFault(.missing, file: folder, ["parameter": .text($0.key)]) })
    }
    return values
  }

  private mutating func read(parameter element: MarkupElement) {
    noteUnknown(in: element, attributes: ["key", "type", "unit", "choices"])
    guard let key = attribute("key", of: element) else { return }
    if element.attributes.first?.name != "key" { note(.keyNotFirst, at: element, ["parameter": .text(key)]) }
    guard let definition = Self.definitions[key] else {
      return note(.unknown, at: element, ["parameter": .text(key)])
    }
    if let first = places[key] {
      return note(.repeated, at: element, ["parameter": .text(key), "first": .text(first)])
    }
    places[key] = "\(element.file):\(element.line)"
    compareHead(of: element, with: definition)
    values[key] = history(of: definition, in: element)
  }

  private mutating func compareHead(of element: MarkupElement, with definition: ParameterDefinition) {
    let type = definition.type
    for (name, code, expected, mayBeLeftOut) in [
      ("type", LawFault.Code.wrongType, type.written, false),
      ("unit", .wrongUnit, definition.unit?.rawValue, true),
      ("choices", .wrongChoices, type.choices?.joined(separator: " "), type.choices == nil),
    ] {
      let found = mayBeLeftOut ? element[name] : attribute(name, of: element)
      guard let found, found != expected else { continue }
      note(
        code, at: element,
        [
          "parameter": .text(definition.key), "found": .text(found),
          "expected": expected.map(Fact.text) ?? .code("parameter.absent"),
        ])
    }
  }

  /// The values of a parameter, the earliest first; their order in the file is free.
  private mutating func history(
    of definition: ParameterDefinition, in element: MarkupElement
  ) -> [Parameters.Dated] {
    let key = Fact.text(definition.key)
    let entries = children(of: element, known: ["value", "none"])
    if entries.isEmpty { note(.empty, at: element, ["parameter": key]) }
    var history: [Parameters.Dated] = []
    for entry in entries {
      noteUnknown(in: entry, attributes: ["from", "source"])
      _ = children(of: entry, known: [], text: entry.name == "value")
      let value = value(in: entry, of: definition)
      let source = source(of: entry, of: definition)
      guard let from = day(of: entry, of: definition), let value, let source else { continue }
      if history.contains(where: { $0.from == from }) {
        note(.overlap, at: entry, ["parameter": key, "day": .day(from)])
      }
      history.append(Parameters.Dated(from: from, value: value, source: source))
    }
    return history.sorted { $0.from < $1.from }
  }

  private mutating func value(
    in entry: MarkupElement, of definition: ParameterDefinition
  ) -> ParameterValue? {
    let key = Fact.text(definition.key)
    if entry.name == "none" {
      if !definition.mayBeNone { note(.noneNotAllowed, at: entry, ["parameter": key]) }
      return ParameterValue.none
    }
    if let value = ParameterValue(entry.text, as: definition.type), value.isPlausible(as: definition) {
      return value
    }
    note(
      .wrongValue, at: entry,
      [
        "parameter": key, "value": .text(entry.text),
        "form": .code("parameter.type." + definition.type.written),
      ])
    return nil
  }

  private mutating func day(of entry: MarkupElement, of definition: ParameterDefinition) -> LocalDate? {
    guard let text = attribute("from", of: entry) else { return nil }
    if let day = LocalDate(text) { return day }
    note(.wrongDay, at: entry, ["parameter": .text(definition.key), "value": .text(text)])
    return nil
  }

  private mutating func source(of entry: MarkupElement, of definition: ParameterDefinition) -> String? {
    guard let source = attribute("source", of: entry) else { return nil }
    if source.allSatisfy(\.isWhitespace) {
      note(.sourceEmpty, at: entry, ["parameter": .text(definition.key)])
    }
    return source
  }
}

// What every element of the law data is held to.
extension ParameterReading {
  private mutating func note(_ code: LawFault.Code, at element: MarkupElement, _ facts: [String: Fact]) {
    faults.append(LawFault(code, file: element.file, line: element.line, facts))
  }

  private mutating func attribute(_ name: String, of element: MarkupElement) -> String? {
    if let value = element[name] { return value }
    faults.append(LawFault(element.fault(.attributeMissing, ["attribute": name])))
    return nil
  }

  private mutating func noteUnknown(in element: MarkupElement, attributes known: [String]) {
    for attribute in element.attributes where !known.contains(attribute.name) || !attribute.namespace.isEmpty
    {
      faults.append(
        LawFault(
          element.fault(
            .attributeUnknown, ["attribute": attribute.name, "known": known.joined(separator: " ")])))
    }
  }

  /// The children that may stand in an element; a fault for each other one and for text out of place.
  private mutating func children(
    of element: MarkupElement, known: [String], text: Bool = false
  ) -> [MarkupElement] {
    element.nodes.compactMap { node in
      switch node {
      case .element(let child) where known.contains(child.name) && child.namespace == Self.namespace:
        return child
      case .element(let child):
        faults.append(
          LawFault(child.fault(.elementUnknown, ["known": known.joined(separator: " ")])))
      case .text(let run) where !text && !run.allSatisfy(\.isWhitespace):
        note(.strayText, at: element, ["element": .text(element.name)])
      case .text:
        break
      }
      return nil
    }
  }
}

extension ParameterValue {
  /// Whether a value makes sense: every fraction of the law data is a share, at most the whole, and no number is lower than
  /// its least.
  fileprivate func isPlausible(as definition: ParameterDefinition) -> Bool {
    switch self {
    case .fraction(let share): share.numerator <= share.denominator
    case .integer(let number): number >= definition.minimum
    default: true
    }
  }
}
