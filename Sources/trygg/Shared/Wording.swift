import CommandLine
import Documents
import Identity
import Register

/// The sentences of the message catalogue with the facts written in, as the language of the run writes them.
struct Wording {
  let catalogue: MessageCatalogue
  let language: Documents.Language

  /// Reads the catalogue; where it cannot be read the codes stand for themselves.
  init(templates: TemplateSet, language: CommandLanguage) {
    self.language = language == .sv ? .swedish : .english
    self.catalogue = (try? templates.messages(self.language)) ?? MessageCatalogue(language: self.language)
  }

  /// What a code says.
  func text(_ code: String, _ facts: [String: Fact] = [:]) -> String {
    catalogue.text(code, written(facts))
  }

  /// What is wrong, the rule behind it and what to do, as one paragraph.
  func sentence(_ refusal: Refusal) -> String {
    sentence(code: refusal.code.rawValue, facts: refusal.facts, column: refusal.column)
  }

  /// What a code says, the rule behind it and what to do, as one paragraph.
  func sentence(code: String, facts: [String: Fact], column: String? = nil) -> String {
    var written = written(facts)
    if let column { written["column"] = column }
    let source = catalogue.source(code, written).map { " (\($0))" } ?? ""
    let remedy = catalogue.remedy(code, written).map { " \($0)" } ?? ""
    return "\(catalogue.text(code, written)) [\(code)]\(source)\(remedy)"
  }

  /// The provision or the line that a rule rests on.
  func source(_ code: String) -> String? {
    catalogue.source(code)
  }

  /// What one condition of a decision says.
  func sentence(for reason: DecisionReason) -> String {
    catalogue.sentence(for: reason)
  }

  /// The provision behind a condition.
  func citation(of rule: DecisionReason.Rule) -> String {
    catalogue.citation(of: rule)
  }

  /// A fact as a program or a column of figures shows it.
  func plain(_ fact: Fact) -> String { written(fact) }

  /// A code as it stands, without its wording.
  func code(_ fact: Fact) -> String {
    if case .code(let code) = fact { code } else { written(fact) }
  }

  /// The grounds of an event: as the officer wrote them, or what the register says when it acts by itself.
  ///
  /// Of an incomplete application the register notes the codes of all that is missing.
  func reason(_ reason: String?) -> String {
    guard let reason else { return "" }
    func text(_ code: String) -> String? { catalogue[code].map { $0.text.filled(with: [:]) } }
    let lacking = reason.split(separator: " ").map { text("lacks.\($0)") }
    let words = lacking.compactMap(\.self)
    return words.count == lacking.count && !words.isEmpty
      ? words.joined(separator: ", ") : text(reason) ?? reason
  }

  func written(_ facts: [String: Fact]) -> [String: String] {
    facts.mapValues(written)
  }

  func written(_ fact: Fact) -> String {
    if case .text(let text) = fact { text.printable } else { catalogue.plain(fact) }
  }

  /// A day in running text, `den 15 januari 2027`.
  func date(_ day: LocalDate) -> String { language.date(day) }

  func amount(_ kronor: Int) -> String {
    language.amount(kronor) + (language == .swedish ? "\u{A0}kronor" : "\u{A0}SEK")
  }
}
