import CommandLine
import Documents
import Foundation
import Legislation
import Operations
import Register

enum DoctorCommand {
  static let command = Command(
    "doctor",
    abstract: Text(
      sv: "Kontrollera registret, dess filer, loggen och programmets delar.",
      en: "Check the register, its files, the log and the parts of the program."),
    discussion: Text(
      sv: "Ingenting ändras. Slutkoden är 1 om något är fel.",
      en: "Nothing is changed. Exit code 1 if anything is wrong."),
    examples: ["trygg doctor", "trygg --format json doctor"]
  ) { invocation in
    let session = Session(invocation)
    let (parameters, law) = lawData(session)
    var health = try Registry.examine(
      file: session.registerPath, parameters: parameters, actor: session.actorName, now: session.now)
    health.findings += [law] + templates(session) + [PDFComponent(session).finding]
    try session.answer(health.json(session.wording)) { try health.print(session) }
    return health.isSound ? .done : .refused
  }

  private static func lawData(_ session: Session) -> (Parameters, RegisterHealth.Finding) {
    let path = session.invocation[Globals.legal] ?? Shipped.path("Legal")
    do {
      return (try session.parameters(), .init("DOCTOR_LAW", ["path": .text(path)], isFault: false))
    } catch {
      let count = (error as? LawFaults)?.all.count ?? 1
      let facts: [String: Fact] = ["path": .text(path), "faults": .count(count)]
      return (Parameters([:]), .init("DOCTOR_LAW_FAULT", facts, isFault: true))
    }
  }

  /// Whether the wording can be read and every stylesheet compiled, each fault with its file and line.
  private static func templates(_ session: Session) -> [RegisterHealth.Finding] {
    let path = session.invocation[Globals.templates] ?? Shipped.path("Templates")
    let isRead = [Documents.Language.swedish, .english].allSatisfy { language in
      (try? session.templates.messages(language)) != nil
    }
    guard isRead else { return [.init("DOCTOR_TEMPLATES_FAULT", ["path": .text(path)], isFault: true)] }
    let stylesheets = session.templates.names().filter { $0.hasSuffix(".xsl") }.sorted()
    // A module that is wrong shows in every stylesheet that includes it.
    var faults: [XMLFault] = []
    for name in stylesheets {
      do throws(XMLFault) {
        _ = try session.templates.stylesheet(name)
      } catch {
        if !faults.contains(error) { faults.append(error) }
      }
    }
    guard faults.isEmpty else { return faults.map { finding($0, session.wording) } }
    return [.init("DOCTOR_TEMPLATES", ["path": .text(path)], isFault: false)]
  }

  private static func finding(_ fault: XMLFault, _ wording: Wording) -> RegisterHealth.Finding {
    let what = wording.text(fault.code.rawValue, fault.facts.mapValues(Fact.text))
    let facts: [String: Fact] = [
      "file": .text(fault.file), "line": .text("\(fault.line)"), "what": .text(what),
    ]
    return .init("DOCTOR_STYLESHEET", facts, isFault: true)
  }
}

/// The Python with the Typst wheel, without which everything but PDF works.
private struct PDFComponent {
  private let python: String

  init(_ session: Session) {
    python = session.python
  }

  var finding: RegisterHealth.Finding {
    if let version { return .init("DOCTOR_PDF", ["version": .text(version)], isFault: false) }
    let facts: [String: Fact] = ["path": .text(python), "command": .text("make setup")]
    return .init("DOCTOR_PDF_MISSING", facts, isFault: false)
  }

  /// The version of the wheel that this Python finds, or nothing.
  private var version: String? {
    let process = Process()
    let answer = Pipe()
    // A path or a name that is looked for, as the workers are started.
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [python, "-c", "import importlib.metadata as m; print(m.version('typst'))"]
    process.standardOutput = answer
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return nil }
    process.waitUntilExit()
    guard process.terminationStatus == 0, let version = try? answer.fileHandleForReading.readToEnd() else {
      return nil
    }
    return String(decoding: version, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
  }
}

extension RegisterHealth {
  fileprivate func json(_ wording: Wording) -> JSON {
    [
      "sound": .bool(isSound), "entries": JSON(entryCount),
      "findings": .array(
        findings.map { finding in
          [
            "code": .string(finding.code), "fault": .bool(finding.isFault),
            "message": .string(wording.text(finding.code, finding.facts)),
            "facts": .object(
              wording.written(finding.facts).sorted { $0.key < $1.key }.map {
                .init($0.key, .string($0.value))
              }),
          ]
        }),
    ]
  }

  fileprivate func print(_ session: Session) throws {
    var listing = Listing()
    for finding in findings {
      let mark = finding.isFault ? session.say(sv: "FEL", en: "FAULT") : "–"
      listing.append(mark, session.wording.sentence(code: finding.code, facts: finding.facts))
    }
    try session.invocation.output.print(listing)
    let entries = entryCount.map {
      session.say(sv: " Poster i loggen: \($0).", en: " Entries in the log: \($0).")
    }
    let verdict =
      isSound
      ? session.say(sv: "Registret är helt.", en: "The register is sound.")
      : session.say(sv: "Registret är inte helt.", en: "The register is not sound.")
    try session.print(verdict + (entries ?? ""))
  }
}
