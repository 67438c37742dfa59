public import Documents
public import Identity
public import Register

/// The memorandum: the cost models recomputed beside the source's figures, then what the drafts mean and why.
public struct Memorandum: Sendable {
  /// The areas, in the order of the source.
  public let reports: [CostReport]

  /// The drafts that answer the areas, whose commentary and effects it holds.
  let drafts: BillDocument

  /// Gathers the reports of some areas and the drafts that answer them.
  public init(_ reports: [CostReport], drafts: Bill, on day: LocalDate) {
    self.reports = reports
    self.drafts = BillDocument(drafts, findings: [], on: day)
  }

  /// The sum of the first year of all areas.
  public var firstYear: Fraction { reports.reduce(Fraction.nothing) { $0.plus($1.firstYear) } }

  /// The sum of each year after it.
  public var running: Fraction { reports.reduce(Fraction.nothing) { $0.plus($1.running) } }

  /// The memorandum as XML, from which HTML is rendered.
  ///
  /// - Throws: a fault when a text holds a character that XML cannot.
  public func xml() throws(XMLFault) -> [UInt8] {
    var writer = XMLWriter()
    try writer.element(
      "memorandum",
      [
        "xmlns": "urn:trygghetsregister:memorandum:1", "first-year": firstYear.kronor,
        "running": running.kronor,
      ]
    ) { writer throws(XMLFault) in
      let largest = reports.map(\.firstYear.rounded).max() ?? 0
      for report in reports { try write(report, largest, &writer) }
      for effect in drafts.effects {
        try writer.element("effect", ["title": effect.title]) { writer throws(XMLFault) in
          for paragraph in effect.paragraphs { try writer.element("p", text: paragraph.bound) }
        }
      }
      for act in drafts.commented { try write(act, &writer) }
      for proposal in drafts.bill.proposals {
        try writer.element(
          "verbatim", ["id": proposal.id, "line": String(proposal.line)], text: proposal.verbatim)
      }
    }
    return writer.bytes
  }

  private func write(_ act: DraftAct, _ writer: inout XMLWriter) throws(XMLFault) {
    try writer.element("commentary", ["title": act.title]) { writer throws(XMLFault) in
      for section in act.sections {
        guard let comment = section.comment else { continue }
        try writer.element("comment", ["section": section.provision.description], text: comment.bound)
      }
    }
  }

  private func write(
    _ report: CostReport, _ largest: Int, _ writer: inout XMLWriter
  ) throws(XMLFault) {
    try writer.element(
      "area",
      [
        "id": report.area.rawValue, "title": report.title, "first-year": report.firstYear.kronor,
        "running": report.running.kronor, "share": report.firstYear.share(of: largest),
      ]
    ) { writer throws(XMLFault) in
      for line in report.lines {
        try writer.element(
          "line",
          [
            "line": line.line.map(String.init), "stated": line.stated.map { line.written($0) },
            "recomputed": line.written(line.recomputed), "deviates": line.deviates ? "true" : "false",
            "deviation": line.deviation,
          ], text: line.title)
      }
      for doubt in report.doubts {
        try writer.element("doubt", ["line": String(doubt.line)], text: doubt.note.bound)
      }
      let largest = report.cases.map { $0.firstYear.rounded }.max() ?? 0
      for one in report.cases {
        try writer.element(
          "case",
          [
            "quantity": one.quantity, "value": one.value.plain, "first-year": one.firstYear.kronor,
            "share": one.firstYear.share(of: largest),
          ])
      }
    }
  }

  /// The memorandum as plain text.
  public func text() -> String {
    var lines: [String] = []
    for report in reports {
      lines += [report.title, "", Memorandum.row("", "rad", "källan", "omräknat", "")]
      for line in report.lines {
        lines.append(
          Memorandum.row(
            line.title, line.line.map(String.init) ?? "–", line.stated.map { line.written($0) } ?? "–",
            line.written(line.recomputed), line.deviation.map { "avviker " + $0 } ?? ""))
      }
      for doubt in report.doubts {
        lines += TextColumns.lines(
          "Rad \(doubt.line). \(doubt.note.prefix(1).uppercased() + doubt.note.dropFirst())",
          width: TextColumns.page)
      }
      if !report.cases.isEmpty { lines += ["", "Känslighet, första året"] }
      for one in report.cases {
        lines.append(Memorandum.row("\(one.quantity): \(one.value.plain)", "", "", one.firstYear.kronor, ""))
      }
      lines += [""]
    }
    if reports.count > 1 {
      lines += [
        Memorandum.row("Alla områden, första året", "", "", firstYear.kronor, ""),
        Memorandum.row("Alla områden, årlig drift", "", "", running.kronor, ""),
      ]
    }
    lines += [""] + explanations
    return TextColumns.page(of: lines)
  }

  /// What follows the figures in plain text: effects, commentary and the source's own words.
  private var explanations: [String] {
    func paragraph(_ text: String) -> [String] { TextColumns.lines(text, width: TextColumns.page) + [""] }
    var lines: [String] = drafts.effects.isEmpty ? [] : ["Konsekvenser", ""]
    for effect in drafts.effects { lines += [effect.title, ""] + effect.paragraphs.flatMap(paragraph) }
    if !drafts.commented.isEmpty { lines += ["Författningskommentar", ""] }
    for act in drafts.commented {
      lines += paragraph("Förslaget till \(act.title)") + drafts.commentary(on: act)
    }
    lines += ["Bilaga: förslagen ordagrant", ""]
    return lines + drafts.bill.proposals.flatMap { ["\($0.id) (rad \($0.line))", $0.verbatim, ""] }
  }

  /// The rows of a table: area, title, line, the source's figure, the figure recomputed, whether they differ, by what.
  public var rows: [[String]] {
    reports.flatMap { report in
      report.lines.map { line in
        [
          report.title, line.title, line.line.map(String.init) ?? "",
          line.stated.map { line.written($0) } ?? "",
          line.written(line.recomputed), line.deviates ? "ja" : "nej", line.deviation ?? "",
        ]
      }
    }
  }

  private static func row(_ title: String, _ line: String, _ stated: String, _ value: String, _ flag: String)
    -> String
  {
    func right(_ text: String, _ width: Int) -> String {
      String(repeating: " ", count: max(1, width - text.count)) + text
    }
    let name = title + String(repeating: " ", count: max(0, 46 - title.count))
    return name + right(line, 5) + right(stated, 15) + right(value, 15) + "  " + flag
  }
}

extension CostReport.Line {
  /// A figure in the line's own unit.
  public func written(_ value: Fraction) -> String {
    isPercent ? value.percent : value.kronor
  }

  /// How far the figure recomputed lies from the source's where they differ: `+2 000 000 kr`, `−0,5 procentenheter`.
  public var deviation: String? {
    guard deviates, let stated else { return nil }
    let isLess = recomputed.numerator * stated.denominator < stated.numerator * recomputed.denominator
    let distance = isLess ? stated.minus(recomputed) : recomputed.minus(stated)
    let written = isPercent ? distance.percent.replacing("%", with: "procentenheter") : distance.kronor
    return (isLess ? "−" : "+") + written
  }
}

extension Fraction {
  /// The nearest whole number.
  var rounded: Int { (2 * numerator + denominator) / (2 * denominator) }

  /// The percent of a largest sum, for the length of a bar.
  fileprivate func share(of largest: Int) -> String {
    String(largest == 0 ? 0 : rounded * 100 / largest)
  }

  /// Whole kronor: `21 000 000 kr`.
  public var kronor: String { Language.swedish.amount(rounded) + "\u{A0}kr" }

  /// Percent with two decimals at most: `0,32 %`.
  var percent: String {
    let hundredths = (200 * numerator + denominator) / (2 * denominator)
    let decimals = String(100 + hundredths % 100).dropFirst()
    let written = decimals == "00" ? "" : "," + (decimals.hasSuffix("0") ? decimals.dropLast() : decimals)
    return "\(hundredths / 100)\(written)\u{A0}%"
  }

  /// A number or a share as a reader would write it.
  var plain: String {
    guard denominator != 1 else { return Language.swedish.amount(numerator) }
    return Fraction(numerator * 100, denominator)?.percent ?? description
  }
}
