import Documents
import Register

/// Reads the files of `Legal/proposals`, whose form the schema has checked.
enum ProposalReading {
  static let namespace = "urn:trygghetsregister:proposal:1"

  static func proposal(_ root: MarkupElement) throws(XMLFault) -> Proposal {
    var drafts: [Draft] = []
    for element in root.children {
      switch element.name {
      case "amend":
        drafts.append(.amending(statute: try element.required("statute"), try body(element)))
      case "act":
        let name = NewActName(
          id: try element.required("id"),
          form: try element.required("form", CitedAct.Form.init(rawValue:)),
          title: try element.required("title"))
        drafts.append(.new(name, try body(element)))
      case "repeal-act":
        drafts.append(.repealing(statute: try element.required("statute"), element.place))
      default: break
      }
    }
    return Proposal(
      id: try root.required("id"), area: try root.required("area", Area.init(rawValue:)),
      line: try root.required("line", { Int($0) }), verbatim: try root.required(child: "verbatim").text,
      asks: try root.required(child: "asks").text.collapsed,
      lawToday: try root.required(child: "law-today").text.collapsed,
      answer: try root.required(child: "answer").text.collapsed,
      request: try root.required(child: "request").text.collapsed, effects: try effects(root),
      asProposed: try source(try root.required(child: "as-proposed")), drafts: drafts, place: root.place)
  }

  private static func effects(_ root: MarkupElement) throws(XMLFault) -> [Effect] {
    var effects: [Effect] = []
    for element in root.children(named: "effect") {
      effects.append(
        Effect(
          subject: try element.required("on", Effect.Subject.init(rawValue:)),
          pieces: try pieces(element.nodes)))
    }
    return effects
  }

  private static func source(_ element: MarkupElement) throws(XMLFault) -> SourceDraft {
    var section: SourceSection?
    if let found = element.child(named: "section") {
      section = SourceSection(
        provision: found["number"] == nil ? nil : try provision(of: found),
        passages: found.children(named: "p").map {
          Passage(lines: [Line(marker: .opening, text: $0.text.collapsed)])
        })
    }
    return SourceDraft(
      statute: element["statute"], newAct: element["new"], form: element["form"].flatMap(CitedAct.Form.init),
      chapter: try element.optional("chapter", SectionNumber.init(attribute:)), heading: element["heading"],
      about: StatuteReading.parts(element["about"]), subject: element["subject"],
      because: element["because"], binds: element["binds"], exempts: element["exempts"],
      claims: element["claims"], nearest: element["nearest"], section: section, place: element.place)
  }

  private static func provision(
    of element: MarkupElement, number: String = "number"
  ) throws(XMLFault) -> Provision {
    Provision(
      chapter: try element.optional("chapter", SectionNumber.init(attribute:)),
      section: try element.required(number, SectionNumber.init(attribute:)))
  }

  private static func body(_ element: MarkupElement) throws(XMLFault) -> DraftBody {
    var sections: [DraftSection] = []
    var steps: [DraftStep] = []
    for child in element.children {
      switch child.name {
      case "section": sections.append(try section(child))
      case "repeal": steps.append(.repeal(try provision(of: child)))
      case "renumber":
        let old = try provision(of: child)
        let new = Provision(
          chapter: old.chapter, section: try child.required("to", SectionNumber.init(attribute:)))
        steps.append(.renumber(old, to: new))
      case "remove-heading": steps.append(.removeHeading(before: try provision(of: child, number: "before")))
      case "move-heading":
        let old = try provision(of: child, number: "before")
        let new = Provision(
          chapter: old.chapter, section: try child.required("to", SectionNumber.init(attribute:)))
        steps.append(.moveHeading(before: old, to: new))
      case "chapter":
        let number = try child.required("number", SectionNumber.init(attribute:))
        steps.append(.newChapter(number, title: try child.required("title")))
        for inner in child.children(named: "section") { sections.append(try section(inner, chapter: number)) }
      default: break
      }
    }
    return DraftBody(
      sections: sections, steps: steps, inForce: try passages(element.child(named: "in-force")),
      notes: try notes(of: element), place: element.place)
  }

  private static func notes(of element: MarkupElement) throws(XMLFault) -> [Note] {
    var notes: [Note] = []
    for note in element.children(named: "note") {
      notes.append(
        Note(
          text: note.text.collapsed, place: note.place, condition: try note.optional("if", Condition.init)))
    }
    return notes
  }

  private static func section(
    _ element: MarkupElement, chapter: SectionNumber? = nil
  ) throws(XMLFault) -> DraftSection {
    let own = try provision(of: element)
    let comment = element.child(named: "comment")
    return DraftSection(
      provision: Provision(chapter: own.chapter ?? chapter, section: own.section),
      headings: element.children(named: "heading").map {
        Heading(text: $0.text.collapsed, level: $0["level"] == "2" ? 2 : 1)
      },
      passages: try passages(element), with: element["with"],
      comment: comment == nil ? nil : try pieces(comment?.nodes ?? []),
      notes: try notes(of: element), place: element.place)
  }

  private static func passages(_ element: MarkupElement?) throws(XMLFault) -> [DraftPassage] {
    guard let element else { return [] }
    var passages: [DraftPassage] = []
    for child in element.children {
      switch child.name {
      case "same":
        let range = try child.required("p", SectionRange.init(attribute:))
        passages.append(
          DraftPassage(
            content: .same(range.first.number...range.last.number), condition: nil, source: child.place))
      case "p":
        passages.append(
          DraftPassage(
            content: .lines(try lines(child)), condition: try child.optional("if", Condition.init),
            source: child.place))
      default: break
      }
    }
    return passages
  }

  private static func lines(_ paragraph: MarkupElement) throws(XMLFault) -> [DraftLine] {
    var lines: [DraftLine] = []
    var opening: [Piece] = []
    func close() {
      if !opening.isEmpty { lines.append(DraftLine(marker: .opening, pieces: opening, condition: nil)) }
      opening = []
    }
    for node in paragraph.nodes {
      guard case .element(let child) = node, let marker = try marker(of: child) else {
        opening += try pieces([node])
        continue
      }
      close()
      lines.append(
        DraftLine(
          marker: marker, pieces: try pieces(child.nodes),
          condition: try child.optional("if", Condition.init)))
    }
    close()
    return lines
  }

  private static func marker(of element: MarkupElement) throws(XMLFault) -> DraftLine.Marker? {
    switch element.name {
    case "item": .point(try element.optional("number") { Int($0) })
    case "dash": .dash
    case "term": .term(try element.required("name"))
    case "omitted": .omitted
    default: nil
    }
  }

  private static func pieces(_ nodes: [MarkupElement.Node]) throws(XMLFault) -> [Piece] {
    var pieces: [Piece] = []
    for node in nodes {
      switch node {
      case .text(let run): pieces.append(.text(run))
      case .element(let element): pieces.append(try piece(element))
      }
    }
    return pieces
  }

  private static func piece(_ element: MarkupElement) throws(XMLFault) -> Piece {
    switch element.name {
    case "number":
      let definition = try element.required("of") { key in
        ParameterDefinition.known.first { $0.key == key }
      }
      let form = try element.optional("as", NumberForm.init(rawValue:)) ?? .figure
      guard form.fits(definition) else {
        throw element.fault(.attributeValue, ["attribute": "as", "value": form.rawValue])
      }
      return .number(key: definition.key, form)
    case "plan":
      return .plan(
        try element.required("of", Programme.init(rawValue:)), practice: element["part"] == "practice")
    case "fixed": return .fixed(element.text)
    case "new-act": return .newAct(try element.required("id"))
    case "commencement":
      return .commencement(try element.required("as", CommencementForm.init(rawValue:)))
    case "when": return .when(try element.required("test", Condition.init), try pieces(element.nodes))
    default: throw element.fault(.elementUnknown, ["known": "number plan fixed new-act commencement when"])
    }
  }
}
