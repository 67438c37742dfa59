import CommandLine
import Documents
import Exchange
import Foundation
import HTTP
import Legislation
import Operations
import Register

/// What is said of an error, and the exit code that it means (contract, "exit").
enum Explanation {
  static let report: Program.Report = { error, context in
    let format = context[Globals.format] ?? .text
    let templates = context[Globals.templates] ?? nil
    let wording = Wording(
      templates: TemplateSet(folders: [templates, Shipped.path("Templates")].compactMap { $0 }),
      language: context.language)
    let answer = answer(to: error, context, wording)
    for line in answer.lines { context.output.note(paragraph: line) }
    if format == .json { try? context.output.print(answer.json) }
    return answer.code
  }

  private struct Answer {
    let code: ExitCode
    var lines: [String]
    let json: JSON
  }

  private static func answer(to error: any Error, _ context: Context, _ wording: Wording) -> Answer {
    switch error {
    case let refusal as Refusal:
      // A value that is wrong in itself is thrown before the command starts, while its option is read.
      if let parameter = context.parameter {
        var refusal = refusal
        refusal.column = parameter
        return refused([refusal], .data, wording)
      }
      return refused([refusal], refusal.code == .notPermitted ? .noPermission : .refused, wording)
    case let refusals as Refusals:
      return refused(refusals.all, .refused, wording)
    case let rejected as RejectedRows:
      return answer(to: rejected, context.language, wording)
    case let argument as BadArgument:
      return refused([argument.refusal], .data, wording)
    case let named as FaultOfFile:
      var told = answer(to: named.fault, context, wording)
      told.lines = told.lines.map { "\(named.path): \($0)" }
      return told
    case let fault as FileFault:
      return stated(
        fault.code.rawValue, fault.facts, .data, wording,
        place: place(fault.row, fault.column, context.language))
    case let fault as SystemFault:
      let reason = String(cString: strerror(fault.errorNumber))
      return stated(
        fault.operation.rawValue, ["reason": .text(reason)], fault.operation == .read ? .noInput : .ioError,
        wording)
    case let fault as PDFFault:
      let code: ExitCode =
        switch fault.code {
        case .componentMissing: .unavailable
        case .character: .data
        case .refused, .workerDied, .timeout: .software
        }
      return stated(fault.code.rawValue, fault.facts.mapValues(Fact.text), code, wording)
    case let fault as XMLFault:
      return stated(
        fault.code.rawValue, fault.facts.mapValues { .text($0) }, .data, wording,
        place: "\(fault.file):\(fault.line): ")
    case let unknown as UnknownLaw:
      return stated(unknown.code, unknown.facts, .data, wording)
    case let fault as RegisterFault:
      return stated(fault.code, fault.facts, ExitCode(fault.remedy), wording)
    case let fault as ServerFault:
      let reason = fault.errorNumber == 0 ? "–" : String(cString: strerror(fault.errorNumber))
      return stated(
        fault.code.rawValue, ["reason": .text(reason)],
        fault.code == .addressInUse ? .tempFail : .unavailable,
        wording)
    case let faults as LawFaults:
      let lines = faults.all.map { fault in
        "\(fault.file):\(fault.line): \(wording.sentence(code: fault.code, facts: fault.facts))"
      }
      return Answer(
        code: .data, lines: lines,
        json: [
          "errors": .array(
            faults.all.map { fault in
              [
                "code": .string(fault.code), "message": .string(wording.text(fault.code, fault.facts)),
                "file": .string(fault.file), "line": .integer(fault.line),
              ]
            })
        ])
    default:
      return stated("PROGRAM_FAULT", ["what": .text(String(describing: type(of: error)))], .software, wording)
    }
  }

  private static func refused(_ refusals: [Refusal], _ code: ExitCode, _ wording: Wording) -> Answer {
    Answer(
      code: code, lines: refusals.map { option($0.column) + wording.sentence($0) },
      json: ["errors": .array(refusals.map { wording.json($0) })])
  }

  private static func stated(
    _ code: String, _ facts: [String: Fact], _ exit: ExitCode, _ wording: Wording, place: String = ""
  ) -> Answer {
    Answer(
      code: exit, lines: [place + wording.sentence(code: code, facts: facts)],
      json: ["errors": [["code": .string(code), "message": .string(wording.text(code, facts))]]])
  }

  /// The rows that stop a file of which all is stored or nothing.
  private static func answer(
    to rejected: RejectedRows, _ language: CommandLanguage, _ wording: Wording
  ) -> Answer {
    let lines = rejected.rows.flatMap { row in
      row.refusals.map { place(row.number, $0.column, language) + wording.sentence($0) }
    }
    let nothing = Text(
      sv: "Inget är sparat. Rätta raderna och försök igen.",
      en: "Nothing is stored. Mend the rows and try again.")
    return Answer(
      code: .data, lines: lines + [nothing[language]],
      json: [
        "errors": .array(
          rejected.rows.flatMap { row in row.refusals.map { wording.json($0, row: row.number) } })
      ])
  }

  /// The option of the command line that a fault is about, for the columns of files that have another name there.
  private static func option(_ column: String?) -> String {
    guard let column else { return "" }
    // An argument has no name but the capitals that stand for it.
    guard !column.hasPrefix("--"), column != column.uppercased() else { return "\(column): " }
    return "--\(names[column] ?? column.replacing("_", with: "-")): "
  }

  private static let names = [
    "personnummer": "person", "valid_from": "from", "valid_to": "to", "joined_on": "on", "left_on": "on",
    "deceased_on": "on", "registered_on": "on", "called": "roster",
  ]

  private static func place(_ row: Int?, _ column: String?, _ language: CommandLanguage) -> String {
    guard let row else { return "" }
    let words = [Text(sv: "Rad", en: "Row")[language] + " \(row)", column].compactMap { $0 }
    return words.joined(separator: ", ") + ": "
  }
}

extension ExitCode {
  /// The code for a fault of the register's file, by what can be done about it.
  init(_ remedy: RegisterFault.Remedy) {
    self =
      switch remedy {
      case .mendInput: .data
      case .findInput: .noInput
      case .freeOutput: .ioError
      case .tryAgain: .tempFail
      case .reportFault: .software
      }
  }
}

extension Wording {
  /// A refusal as programs read it.
  func json(_ refusal: Refusal) -> JSON {
    var members: [JSON.Member] = [
      .init("code", .string(refusal.code.rawValue)),
      .init("message", .string(text(refusal.code.rawValue, refusal.facts))),
    ]
    if let column = refusal.column { members.append(.init("column", .string(column))) }
    if let source = source(refusal.code.rawValue) { members.append(.init("source", .string(source))) }
    return .object(members)
  }

  func json(_ refusals: [Refusal]) -> JSON {
    .array(refusals.map { json($0) })
  }
}
