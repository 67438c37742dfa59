import Documents
import Identity
import Register

/// Reads `Legal/letters.xml`, whose form the schema has checked, against the acts that it cites.
struct LetterReading {
  private let law: Law
  private let year: Int
  private let today: LocalDate
  private(set) var faults: [LawFault] = []
  private var citesBill = false

  /// - Parameter commencement: The day from which the proposed act would apply, by which it is cited.
  init(_ law: Law, commencement: LocalDate, on today: LocalDate) {
    self.law = law
    self.year = commencement.year
    self.today = today
  }

  /// The book, or what is wrong with it.
  mutating func book(_ root: MarkupElement) throws(XMLFault) -> LetterBook {
    var kinds: [LetterKind] = []
    for element in root.children(named: "letter") { kinds.append(try kind(element)) }
    let texts = try self.texts(root)
    var words: [String: LetterWords] = [:]
    for element in root.children(named: "words") { words[try element.required("name")] = sentence(element) }
    var waiting: [OutcomeReason: (missing: LetterWords, whom: LetterWords)] = [:]
    for element in root.children(named: "waiting") {
      waiting[try element.required("reason", OutcomeReason.init(rawValue:))] = (
        sentence(try element.required(child: "missing")), sentence(try element.required(child: "whom"))
      )
    }
    for number in 1...LetterBook.count where kinds.count(where: { $0.number == number }) != 1 {
      miss("letter \(number)", root)
    }
    for element in root.children(named: "letter") {
      for name in LetterReading.names(element["text"]) where texts[name] == nil {
        miss("text \(name)", element)
      }
    }
    for name in LetterBook.Words.allCases where words[name.rawValue] == nil { miss(name.rawValue, root) }
    return LetterBook(
      kinds: kinds.sorted { $0.number < $1.number }, texts: texts, words: words, waiting: waiting,
      isBill: citesBill)
  }

  private mutating func kind(_ element: MarkupElement) throws(XMLFault) -> LetterKind {
    LetterKind(
      number: try element.required("number") { Int($0) },
      name: sentence(try element.required(child: "name")).pattern,
      certainty: try element.required("certainty", LetterKind.Certainty.init(rawValue:)),
      decides: sentence(try element.required(child: "decides")).pattern,
      before: optional("before", of: element)?.pattern, change: optional("change", of: element)?.pattern,
      appeal: sentence(try element.required(child: "appeal")).pattern,
      time: optional("time", of: element)?.pattern, doubt: optional("doubt", of: element)?.pattern,
      texts: LetterReading.names(element["text"]), needsProof: element["proof"] == "true",
      isKept: element["kept"] != "false", title: sentence(try element.required(child: "title")),
      outcome: optional("outcome", of: element), provisions: optional("provisions", of: element)?.pattern,
      finalBy: optional("final", of: element)?.pattern)
  }

  private mutating func texts(_ root: MarkupElement) throws(XMLFault) -> [String: LetterText] {
    var texts: [String: LetterText] = [:]
    for element in root.children(named: "text") {
      let name = try element.required("name")
      guard let model = element["like"] else {
        var lines: [LetterText.Line] = []
        for line in element.children { lines.append(try self.line(line)) }
        texts[name] = LetterText(name: name, lines: lines)
        continue
      }
      var parts: [LetterText.Part] = []
      for part in element.children { parts.append(try self.part(part)) }
      guard let base = texts[model] else {
        miss("text \(model)", element)
        continue
      }
      for part in parts where !base.partNames.contains(part.id ?? "") {
        miss("part \(part.id ?? "")", element)
      }
      texts[name] = base.replacing(parts, as: name)
    }
    return texts
  }

  private mutating func line(_ element: MarkupElement) throws(XMLFault) -> LetterText.Line {
    let kind: LetterText.Kind =
      switch element.name {
      case "heading": .heading
      case "item": .item
      default: .paragraph
      }
    var parts: [LetterText.Part] = []
    var run: [MarkupElement.Node] = []
    for node in element.nodes {
      guard case .element(let child) = node, child.name == "part" else {
        run.append(node)
        continue
      }
      parts.append(.init(id: nil, when: nil, words: sentence(run, in: element)))
      run = []
      parts.append(try part(child))
    }
    parts.append(.init(id: nil, when: nil, words: sentence(run, in: element)))
    return LetterText.Line(kind: kind, parts: parts)
  }

  private mutating func part(_ element: MarkupElement) throws(XMLFault) -> LetterText.Part {
    LetterText.Part(
      id: try element.required("id"), when: element["when"].flatMap(LetterText.Case.init(rawValue:)),
      words: sentence(element))
  }

  private mutating func optional(_ child: String, of element: MarkupElement) -> LetterWords? {
    element.child(named: child).map { sentence($0) }
  }

  private mutating func sentence(_ element: MarkupElement) -> LetterWords {
    let words = sentence(element.nodes, in: element)
    return LetterWords(pattern: words.pattern.collapsed)
  }

  /// The words of some nodes, with acts by their names; a space at either end is kept, since another part may follow.
  private mutating func sentence(_ nodes: [MarkupElement.Node], in element: MarkupElement) -> LetterWords {
    var text = ""
    for node in nodes {
      switch node {
      case .text(let run): text += run
      case .element(let child): text += title(of: child)
      }
    }
    let words = LetterWords(pattern: text)
    for place in words.places where LetterFacts.Name(rawValue: place) == nil {
      faults.append(
        LawFault(.letterPlace, file: element.file, line: element.line, ["place": .text("{\(place)}")]))
    }
    return words
  }

  /// An act by the name in the law data; one that is not known or is repealed cannot be cited in a letter.
  private mutating func title(of element: MarkupElement) -> String {
    let key = element["sfs"] ?? element["id"] ?? ""
    if element.name == "new-act", let act = law.newActs[key] {
      citesBill = true
      return act.designation(in: year)
    }
    if let act = law.acts[key], act.repeal.map({ $0.on > today }) ?? true { return act.title }
    faults.append(LawFault(.letterAct, file: element.file, line: element.line, ["act": .text(key)]))
    return key
  }

  private mutating func miss(_ what: String, _ element: MarkupElement) {
    faults.append(LawFault(.letterMissing, file: element.file, line: element.line, ["what": .text(what)]))
  }

  private static func names(_ attribute: String?) -> [String] {
    attribute?.split(separator: " ").map(String.init) ?? []
  }
}
