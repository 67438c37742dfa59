public import Documents
public import Register

/// The budget memorandum: the cost models recomputed beside the source's figures.
public struct Memorandum: Sendable {
  /// The areas, in the order of the source.
  public let reports: [CostReport]

  /// Gathers the reports of some areas.
  public init(_ reports: [CostReport]) {
    self.reports = reports
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
      for report in reports { try write(report, &writer) }
    }
    return writer.bytes
  }

  private func write(_ report: CostReport, _ writer: inout XMLWriter) throws(XMLFault) {
    try writer.element("area", ["id": report.area.rawValue, "title": report.title]) {
      writer throws(XMLFault) in
      for line in report.lines {
        try writer.element(
          "line",
          [
            "line": line.line.map(String.init), "stated": line.stated.map { line.written($0) },
            "recomputed": line.written(line.recomputed), "deviates": line.deviates ? "true" : "false",
          ], text: line.title)
      }
      for doubt in report.doubts {
        try writer.element(
          "doubt", ["line": String(doubt.line), "quantity": doubt.quantity], text: doubt.note)
      }
      let largest = report.cases.map { $0.firstYear.rounded }.max() ?? 0
      for one in report.cases {
        try writer.element(
          "case",
          [
            "quantity": one.quantity, "value": one.value.plain, "first-year": one.firstYear.kronor,
            "share": String(largest == 0 ? 0 : one.firstYear.rounded * 100 / largest),
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
            line.written(line.recomputed), line.deviates ? "avviker" : ""))
      }
      for doubt in report.doubts {
        lines += TextColumns.lines(
          "Rad \(doubt.line), \(doubt.quantity): \(doubt.note)", width: TextColumns.page)
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
    return lines.map { $0.replacing(/[ ]+$/, with: "") }.joined(separator: "\n") + "\n"
  }

  /// The rows of a table: area, title, line, the source's figure, the figure recomputed, whether they differ.
  public var rows: [[String]] {
    reports.flatMap { report in
      report.lines.map { line in
        [
          report.title, line.title, line.line.map(String.init) ?? "",
          line.stated.map { line.written($0) } ?? "",
          line.written(line.recomputed), line.deviates ? "ja" : "nej",
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
    let name = title + String(repeating: " ", count: max(0, 44 - title.count))
    return name + right(line, 5) + right(stated, 16) + right(value, 16) + "  " + flag
  }
}

extension CostReport.Line {
  /// A figure in the line's own unit.
  public func written(_ value: Fraction) -> String {
    isPercent ? value.percent : value.kronor
  }
}

extension Fraction {
  /// The nearest whole number.
  var rounded: Int { (2 * numerator + denominator) / (2 * denominator) }

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
