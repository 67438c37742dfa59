import CommandLine
import Documents
import Exchange
import Foundation
import Identity
import Legislation
import Operations
import Register

/// One call of a command with the register, the law data and the wording it works with, each opened when first asked for.
final class Session {
  let invocation: Invocation

  /// The moment of the command.
  let now: Moment

  init(_ invocation: Invocation) {
    self.invocation = invocation
    self.now = invocation[Globals.now] ?? Moment(seconds: Int64(Date().timeIntervalSince1970))
  }

  var isJSON: Bool { invocation[Globals.format] == .json }

  var registerPath: String { invocation[Globals.register] }

  var actorName: String { invocation[Globals.actor] ?? NSUserName() }

  /// The dated values of the law data.
  func parameters() throws -> Parameters {
    try lawFolder.parameters()
  }

  /// The folder with the law data.
  var lawFolder: LawFolder {
    LawFolder(invocation[Globals.legal] ?? Shipped.path("Legal"))
  }

  /// The register as the actor reaches it.
  func registry(patience: Duration = .seconds(30)) throws -> Registry {
    try Registry(
      openingFile: registerPath, parameters: try parameters(), actor: actorName, now: now, patience: patience)
  }

  /// The templates and the wording, the user's before those shipped.
  lazy var templates = TemplateSet(
    folders: [invocation[Globals.templates], Shipped.path("Templates")].compactMap { $0 })

  lazy var wording = Wording(templates: templates, language: invocation.language)

  /// The Python that sets PDF.
  var python: String {
    PDFRenderer.python(
      environment: invocation.context.environment, besideTemplates: Shipped.path("Templates"))
  }

  /// What renders issued documents, with a PDF worker for each core unless the command needs but one.
  func renderer(workers: Int? = nil) -> DocumentRenderer {
    DocumentRenderer(templates: templates, python: python, in: wording.language, workers: workers)
  }

  /// Writes a document to the file that the user named, or to standard output.
  func deliver(_ bytes: [UInt8], to file: String?) throws {
    guard let file else { return try invocation.output.write(bytes) }
    let output = try OutputFile(replacing: file)
    try output.append(bytes)
    try output.commit()
  }

  /// Holds a report against its schema and writes it in a form of its own, or prints it as the command does.
  func deliver(
    _ report: @autoclosure () throws -> Report, as form: ReportForm, to file: String?,
    orPrint print: () throws -> Void
  ) throws {
    guard form != .text else {
      guard file == nil else { throw UsageError.missing([Common.reportForm.declaration]) }
      return try print()
    }
    let report = try report()
    if let fault = try schema(report.kind).validate(report.xml, file: "\(report.kind).xml").first {
      throw fault
    }
    try deliver(try renderer(workers: 1).render(report, as: form), to: file)
  }

  /// A schema of the documents, from the law data that came with the program.
  func schema(_ name: String) throws -> RelaxNGSchema {
    try RelaxNGSchema(parsing: schemaText(name), file: schemaPath(name))
  }

  /// A schema as it stands.
  func schemaText(_ name: String) throws -> [UInt8] {
    guard let bytes = FileManager.default.contents(atPath: schemaPath(name)) else {
      throw XMLFault(.templateMissing, file: schemaPath(name))
    }
    return Array(bytes)
  }

  private func schemaPath(_ name: String) -> String { Shipped.path("Legal/schemas/\(name).rng") }

  /// What certificates are issued with.
  func certificatePress() throws -> CertificatePress {
    CertificatePress(renderer: renderer(workers: 1), schema: try schema("certificate"))
  }

  /// A bar for work whose length is known when it has begun.
  func progress(sv: String, en: String) -> LateProgress {
    LateProgress(label: say(sv: sv, en: en), invocation: invocation)
  }

  /// A word of the command's own, in the language of the run.
  func say(sv: String, en: String) -> String {
    Text(sv: sv, en: en)[invocation.language]
  }

  /// Prints JSON or text, as the user asked.
  func answer(_ json: @autoclosure () -> JSON, text: () throws -> Void) throws {
    if isJSON { try invocation.output.print(json()) } else { try text() }
  }

  func print(_ line: String) throws {
    try invocation.output.print(line)
  }

  /// Tells the person at the terminal something that is no part of the result.
  func hint(sv: String, en: String) {
    invocation.output.note(paragraph: say(sv: sv, en: en))
  }

  /// Tells the person at the terminal which commands come next, each on a line that can be copied.
  func next(_ commands: String...) {
    invocation.output.note(say(sv: "Nästa steg:", en: "Next:"))
    for command in commands { invocation.output.note("  " + command) }
  }

  /// Prints the notes that go with a result that stands.
  func note(_ refusals: [Refusal]) {
    for refusal in refusals { invocation.output.note(paragraph: wording.sentence(refusal)) }
  }
}

extension Command {
  /// Makes a command that works with a session and is done when nothing is thrown.
  static func act(
    _ name: String, abstract: Text, discussion: Text? = nil, parameters: [any CommandParameter] = [],
    examples: [Example] = [], _ run: @escaping @Sendable (Session) throws -> Void
  ) -> Command {
    Command(name, abstract: abstract, discussion: discussion, parameters: parameters, examples: examples) {
      invocation in
      try run(Session(invocation))
      return .done
    }
  }
}
