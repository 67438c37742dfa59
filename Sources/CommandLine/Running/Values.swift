/// The values of the parameters that could be read, each in a box of its own type.
struct Values: Sendable {
  private struct Box<Value: Sendable>: Sendable {
    let value: Value
  }

  private var boxes: [String: any Sendable] = [:]

  subscript<P: Parameter>(parameter: P) -> P.Value? {
    (boxes[parameter.declaration.key] as? Box<P.Value>)?.value
  }

  mutating func read(_ parameter: some Parameter, from words: [String]) throws {
    boxes[parameter.declaration.key] = Box(value: try parameter.value(of: words))
  }
}

extension Context {
  /// Reads the values of all parameters, the given word before the environment before the default.
  ///
  /// Everything missing is named at once, before any value is read. `parameter` names the source of a value
  /// that was refused.
  mutating func read(_ parameters: [any Parameter], given: [String: [String]]) throws {
    let sources = parameters.map { source(of: $0.declaration, given: given) }
    let missing = zip(parameters, sources).filter { $0.declaration.isRequired && $1.words.isEmpty }
    guard missing.isEmpty else { throw UsageError.missing(missing.map(\.0.declaration)) }
    for (parameter, source) in zip(parameters, sources) {
      self.parameter = source.name
      do {
        try values.read(parameter, from: source.words)
      } catch let fault as ValueFault {
        throw UsageError(fault, in: source.words, of: parameter.declaration, source: source.name)
      }
      self.parameter = nil
    }
  }

  private func source(
    of declaration: Declaration, given: [String: [String]]
  ) -> (name: String, words: [String]) {
    let name = declaration.role == .argument ? declaration.name[language] : declaration.key
    if let words = given[declaration.key] { return (name, words) }
    if let variable = declaration.environment, let word = environment[variable], !word.isEmpty {
      return (variable, [word])
    }
    return (name, declaration.standIn.map { [$0] } ?? [])
  }
}

extension UsageError {
  fileprivate init(_ fault: ValueFault, in words: [String], of declaration: Declaration, source: String) {
    switch fault {
    case .notAnInteger:
      self = .notAnInteger(words.first { Int($0) == nil } ?? "", declaration, source: source)
    case .notAmongChoices:
      let word = words.first { !declaration.choices.contains($0) } ?? ""
      self = .notAmongChoices(
        word, declaration, source: source,
        suggestion: Suggestion.closest(to: word, among: declaration.choices))
    }
  }
}
