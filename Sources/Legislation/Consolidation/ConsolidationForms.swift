public import Documents
public import Identity

extension Consolidation {
  /// The provisions as plain text, each with where its wording comes from.
  public func text() -> String {
    var lines = TextColumns.lines(statute.act.title, width: TextColumns.page) + [""]
    var chapter: SectionNumber?
    for section in sections {
      if let number = section.provision.chapter, number != chapter {
        lines += ["\(number) kap.", ""]
        chapter = number
      }
      for heading in section.headings { lines += TextColumns.lines(heading.text, width: TextColumns.page) }
      if !section.headings.isEmpty { lines.append("") }
      for (index, passage) in section.passages.enumerated() {
        for (place, line) in passage.lines.enumerated() {
          let number = index == 0 && place == 0 ? "\(section.provision.section) § " : ""
          let text = line.marker == .omitted ? "– – – – –" : line.worded
          lines += TextColumns.lines(number + text, width: TextColumns.page, label: line.label)
        }
        if index + 1 < section.passages.count { lines.append("") }
      }
      lines += TextColumns.lines("[\(section.origin.words)]", width: TextColumns.page) + [""]
    }
    for place in repealed { lines.append("\(place) upphör att gälla.") }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The provisions as XML, from which the other forms are rendered.
  ///
  /// - Throws: a fault when a text holds a character that XML cannot.
  public func xml(on day: LocalDate) throws(XMLFault) -> [UInt8] {
    var writer = XMLWriter()
    try writer.element(
      "consolidation",
      [
        "xmlns": BillDocument.namespace, "sfs": statute.act.sfs, "title": statute.act.title,
        "enacted": statute.enacted.description, "on": day.description,
      ]
    ) { writer throws(XMLFault) in
      for section in sections {
        try writer.element(
          "section",
          [
            "chapter": section.provision.chapter?.description,
            "number": section.provision.section.description, "origin": section.origin.words,
          ]
        ) { writer throws(XMLFault) in
          for heading in section.headings { try writer.element("heading", text: heading.text) }
          for passage in section.passages {
            try writer.element("p") { writer throws(XMLFault) in
              for line in passage.lines {
                try writer.element(
                  line.marker == .omitted ? "omitted" : "line", ["label": line.label], text: line.worded)
              }
            }
          }
        }
      }
    }
    return writer.bytes
  }
}

extension Consolidation.Section.Origin {
  /// Where the wording comes from, in words.
  public var words: String {
    switch self {
    case .current(let sfs): sfs.map { "Lydelse enligt \($0)" } ?? "Nuvarande lydelse"
    case .draft(let proposal): "Lydelse enligt förslaget, \(proposal)"
    case .renumbered(let old): "Tidigare \(old)"
    }
  }
}

extension Line {
  /// The text with a defined term before its meaning.
  var worded: String {
    if case .term(let term) = marker { "\(term): \(text)" } else { text }
  }
}
