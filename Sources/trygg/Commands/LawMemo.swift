import CommandLine
import Documents
import Identity
import Legislation
import Register

/// `law memo`: the recomputed budgets with the source's figures and the deviations.
enum LawMemo {
  enum Form: String, CaseIterable, Sendable {
    case text, html, csv, xml, pdf
  }

  private static let area = Option.optional(
    "area", .choice(Area.self), help: Text(sv: "Området.", en: "The area."),
    absence: Text(sv: "alla", en: "all"))
  private static let form = Option.defaulting(
    "form", .choice(Form.self), to: "text", help: Text(sv: "Formen.", en: "The form."))

  static let command = Command.act(
    "memo", abstract: Text(sv: "Räkna om källans budgetar.", en: "Recompute the source's budgets."),
    parameters: [area, form, LawCommands.commencement, Common.out],
    examples: ["trygg law memo", "trygg law memo --area trygghetsringar --form html --out budget.html"]
  ) { session in
    let invocation = session.invocation
    let parameters = try session.parameters()
    let setting = session.setting(parameters, on: invocation[LawCommands.commencement])
    let models = try session.lawFolder.costModels().filter { model in
      invocation[area].map { $0 == model.area } ?? true
    }
    let law = try session.law()
    let drafts = try Bill(
      law.proposals.filter { proposal in invocation[area].map { $0 == proposal.area } ?? true }, law: law,
      setting: setting)
    let memo = Memorandum(
      try models.map { try CostReport($0, parameters: parameters, on: setting.day) }, drafts: drafts,
      on: session.now.day)
    if session.isJSON { return try invocation.output.print(memo.json) }
    let bytes: [UInt8] =
      switch invocation[form] {
      case .text: Array(memo.text().utf8)
      case .xml: try memo.xml()
      case .html: try session.templates.render(try memo.xml(), by: "html/law-memo.xsl", in: .swedish)
      case .pdf: try session.page(of: try memo.xml(), by: "html/law-memo.xsl", named: "budget.xml")
      case .csv: Array(memo.csv.utf8)
      }
    try session.deliver(bytes, to: invocation[Common.out])
  }
}

extension Memorandum {
  fileprivate var json: JSON {
    [
      "firstYear": .string(firstYear.kronor), "running": .string(running.kronor),
      "lines": .array(
        rows.map { row in
          [
            "area": .string(row[0]), "title": .string(row[1]), "line": .string(row[2]),
            "stated": .string(row[3]), "recomputed": .string(row[4]), "deviates": .bool(row[5] == "ja"),
            "deviation": row[6].isEmpty ? .null : .string(row[6]),
          ]
        }),
    ]
  }

  fileprivate var csv: String {
    let head = ["area", "title", "line", "stated", "recomputed", "deviates", "deviation"]
    return ([head] + rows).map { row in
      row.map { $0.contains(",") || $0.contains("\"") ? "\"" + $0.replacing("\"", with: "\"\"") + "\"" : $0 }
        .joined(separator: ",") + "\r\n"
    }.joined()
  }
}
