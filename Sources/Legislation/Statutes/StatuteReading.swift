import Documents
import Identity

/// Reads the files of `Legal/statutes`, whose form the schema has checked.
enum StatuteReading {
  static let namespace = "urn:trygghetsregister:statute:1"

  static func statute(_ root: MarkupElement) throws(XMLFault) -> Statute {
    var chapters: [Chapter] = []
    for element in root.children(named: "chapter") {
      chapters.append(try chapter(element, statute: try root.required("sfs")))
    }
    var limits: [Limit] = []
    for element in root.children(named: "limit") {
      limits.append(
        Limit(
          subject: try element.required("subject"), form: CitedAct.Form(rawValue: element["form"] ?? ""),
          provision: try element.required("provision"), words: parts(element["words"]),
          says: element.text.collapsed))
    }
    return Statute(
      act: try act(root, coverings: coverings(in: root)),
      enacted: try root.required("enacted", LocalDate.init), source: try root.required("source"),
      reprinted: root["reprinted"], readTo: root["read-to"], notes: notes(of: root), chapters: chapters,
      lastChapter: try root.optional("last-chapter") { Int($0) }, limits: limits, place: root.place)
  }

  static func catalogue(_ root: MarkupElement) throws(XMLFault) -> [CitedAct] {
    var acts: [CitedAct] = []
    for element in root.children(named: "act") {
      var covers: [CitedAct.Covering] = []
      for covering in element.children(named: "covers") {
        covers.append(
          CitedAct.Covering(
            provision: try covering.required("provision"), subject: try covering.required("subject"),
            says: covering.text.collapsed))
      }
      acts.append(try act(element, coverings: covers))
    }
    return acts
  }

  private static func act(
    _ element: MarkupElement, coverings: [CitedAct.Covering]
  ) throws(XMLFault) -> CitedAct {
    var repeal: CitedAct.Repeal?
    if let on = try element.optional("repealed", LocalDate.init) {
      repeal = CitedAct.Repeal(on: on, by: try element.required("by"))
    }
    var definitions: [CitedAct.Definition] = []
    for definition in element.children(named: "defines") {
      let provision = definition["provision"]
      let section = provision == nil ? try definition.required("section") + " §" : ""
      definitions.append(
        CitedAct.Definition(
          term: try definition.required("term"), provision: provision ?? section,
          means: definition.text.collapsed))
    }
    return CitedAct(
      sfs: try element.required("sfs"), title: try element.required("title"),
      form: element["form"].flatMap(CitedAct.Form.init) ?? .act, repeal: repeal,
      called: element["called"], calledMeans: element["called-means"], subjects: parts(element["about"]),
      binds: element["binds"].map { ($0, element["binds-by"] ?? "") }, implements: element["implements"],
      isEuropean: element["european"] == "true", covers: coverings, defines: definitions)
  }

  private static func coverings(in root: MarkupElement) throws(XMLFault) -> [CitedAct.Covering] {
    var covers: [CitedAct.Covering] = []
    for chapter in root.children(named: "chapter") {
      for element in chapter.children(named: "covers") {
        let provision = Provision(
          chapter: try chapter.optional("number", SectionNumber.init(attribute:)),
          section: try element.required("section", SectionNumber.init(attribute:)))
        covers.append(
          CitedAct.Covering(
            provision: provision.description, subject: try element.required("subject"),
            says: element.text.collapsed))
      }
    }
    return covers
  }

  private static func chapter(_ element: MarkupElement, statute: String) throws(XMLFault) -> Chapter {
    var headings: [SectionNumber: [String]] = [:]
    for heading in element.children(named: "heading") {
      headings[try heading.required("before", SectionNumber.init(attribute:)), default: []]
        .append(heading.text.collapsed)
    }
    var consequences: [Consequence] = []
    for consequence in element.children(named: "on-insertion") {
      consequences.append(
        Consequence(
          statute: consequence["statute"] ?? statute,
          provision: try consequence.required("change", Provision.init),
          naming: consequence["naming"].flatMap(Consequence.Naming.init),
          sections: try consequence.optional("sections", SectionRange.init(attribute:)),
          because: consequence.text.collapsed)
      )
    }
    var groups: [SectionGroup] = []
    for group in element.children(named: "group") {
      groups.append(
        SectionGroup(
          range: try group.required("sections", SectionRange.init(attribute:)),
          subject: try group.required("subject")))
    }
    var sections: [SectionNumber: CurrentSection] = [:]
    for section in element.children(named: "section") {
      sections[try section.required("number", SectionNumber.init(attribute:))] = current(section)
    }
    return Chapter(
      number: try element.optional("number", SectionNumber.init(attribute:)), title: element["title"],
      taken: try element.required("sections", SectionRange.list), isPartial: element["partial"] == "true",
      headings: headings, consequences: consequences, groups: groups, sections: sections,
      notes: notes(of: element))
  }

  private static func current(_ section: MarkupElement) -> CurrentSection {
    CurrentSection(
      passages: section.children(named: "p").map(passage), latest: section["latest"],
      later: section.child(named: "later")?["sfs"], notes: notes(of: section))
  }

  /// A paragraph of current wording, where everything is plain text.
  private static func passage(_ element: MarkupElement) -> Passage {
    var lines: [Line] = []
    var points = 0
    var opening = ""
    func close() {
      if !opening.collapsed.isEmpty { lines.append(Line(marker: .opening, text: opening.collapsed)) }
      opening = ""
    }
    for node in element.nodes {
      switch node {
      case .text(let run): opening += run
      case .element(let child):
        close()
        let marker: Line.Marker
        switch child.name {
        case "dash": marker = .dash
        case "omitted": marker = .omitted
        default:
          points = child["number"].flatMap { Int($0) } ?? points + 1
          marker = .point(points)
        }
        lines.append(Line(marker: marker, text: child.text.collapsed))
      }
    }
    close()
    return Passage(lines: lines)
  }

  static func notes(of element: MarkupElement) -> [Note] {
    element.children(named: "note").map { Note(text: $0.text.collapsed, place: $0.place, condition: nil) }
  }

  /// The parts of an attribute, parted by a stroke.
  static func parts(_ attribute: String?) -> [String] {
    attribute?.split(separator: "|").map(String.init) ?? []
  }
}

extension MarkupElement {
  /// Where the element stands.
  var place: SourceLine { SourceLine(file: file, line: line) }
}

extension SectionNumber {
  init?(attribute text: String) { self.init(text) }
}

extension SectionRange {
  init?(attribute text: String) { self.init(text) }
}
