import CommandLine
import Exchange
import Foundation
import Register

enum DemoCommand {
  private static let out = Option.defaulting(
    "out", .folder, to: "trygg-demo",
    help: Text(sv: "Mapp för demonstrationen.", en: "Folder for the demonstration."))

  static let command = Command(
    "demo",
    abstract: Text(
      sv: "Gör ett register med ett helt år, från CSV-filer till årsbesked, certifikat och avslag.",
      en: "Make a register with a whole year, from CSV files to statements, a certificate and a refusal."),
    discussion: Text(
      sv: """
        Varje steg är ett vanligt kommando och skrivs ut så som det skrivs för hand. Handlingarna blir PDF där \
        PDF-arbetaren finns, annars HTML.
        """,
      en: """
        Every step is an ordinary command, printed as one would type it. The documents are PDF where the PDF worker is, \
        else HTML.
        """),
    parameters: [out], examples: ["trygg demo", "trygg demo --out /tmp/demo"]
  ) { invocation in
    try Demonstration(invocation, folder: invocation[out]).run()
  }
}

/// One run of the demonstration: the program's own commands, one after the other.
private struct Demonstration {
  let session: Session
  let folder: String
  let year = DemoYear()

  init(_ invocation: Invocation, folder: String) {
    self.session = Session(invocation)
    self.folder = folder
  }

  private var register: String { folder + "/trygghetsregister.db" }
  private var statements: String { folder + "/" + session.say(sv: "arsbesked", en: "statements") }
  private var letters: String { folder + "/" + session.say(sv: "brev", en: "letters") }
  private var certificate: String { document(sv: "certifikat", en: "certificate") }
  private var refusal: String { document(sv: "avslag", en: "refusal") }

  private func document(sv: String, en: String) -> String {
    "\(folder)/\(session.say(sv: sv, en: en)).\(form)"
  }

  /// Whether Typst is installed, as `make` does.
  private var hasPages: Bool { FileManager.default.isExecutableFile(atPath: session.python) }
  private var form: String { hasPages ? "pdf" : "html" }

  /// A command with the day it is given on, and the person whose number it reads from a file.
  private struct Step {
    let day: String
    let words: [String]
    let person: String?

    init(_ day: String, _ words: String..., person: String? = nil) {
      self.day = day
      self.words = words
      self.person = person
    }
  }

  func run() throws -> ExitCode {
    let files = year.files()
    let csv = try OutputFolder(folder + "/csv")
    for file in files { try csv.write(file.name, file.text.utf8) }
    try tell(
      session.say(
        sv:
          "\(files.count) CSV-filer med \(year.personCount) påhittade personer i \(DemoRing.all.count) ringar.",
        en:
          "\(files.count) CSV files with \(year.personCount) made-up persons in \(DemoRing.all.count) rings.")
    )
    try tell("$ export TRYGG_REGISTER=\(register)")
    let imports = files.map { Step($0.day, "import", $0.kind, "\(folder)/csv/\($0.name)") }
    let steps =
      [Step("2027-01-07", "init")] + imports.dropLast()
      + [
        Step(
          "2027-06-20", "certificate", "issue", "--person", "-", "--programme", "RJ", person: year.certified),
        Step(
          "2027-06-20", "certificate", "show", "--number", "\(DocumentNumber(year: 2027, serial: 1))",
          "--form",
          form, "--out", certificate),
        Step(
          "2027-10-01", "person", "deceased", "--person", "-", "--on", "2027-09-20", person: year.deceased),
      ]
      + imports.suffix(1)
      + [
        Step("2028-01-17", "year", "lock", "2027"),
        Step("2028-01-17", "year", "decide", "2027"),
        Step("2028-01-17", "year", "letters", "2027", "--out", letters),
        Step(
          "2028-01-24", "year", "statements", "2027", "--out", statements, "--form",
          hasPages ? "html,xml,pdf" : "html,xml"),
        Step("2028-02-01", "year", "decide", "2027"),
        Step("2028-02-01", "year", "summary", "2027"),
        Step("2028-02-01", "decision", "show", "--person", "-", "--year", "2027", person: year.example),
        Step(
          "2028-02-02", "decision", "letter", "--person", "-", "--year", "2027", "--form", form, "--out",
          refusal, person: year.refused),
      ]
    for step in steps {
      let code = try perform(step)
      guard code == .done else { return code }
    }
    return try conclude()
  }

  private func perform(_ step: Step) throws -> ExitCode {
    let invocation = session.invocation
    var line = "$ trygg \(step.words.joined(separator: " ")) --now \(step.day)"
    var input = invocation.context.input
    var file: FileHandle?
    if let person = step.person {
      // No identity number stands on a command line or a screen, be it a test number.
      let name = "\(step.words[0])-\(step.words[1]).txt"
      let path = "\(folder)/csv/\(name)"
      try OutputFolder(folder + "/csv").write(name, "\(person)\n".utf8)
      line += " < \(path)"
      file = FileHandle(forReadingAtPath: path)
      input = Input(descriptor: file?.fileDescriptor ?? 0)
    }
    try tell("")
    try tell(line)
    var environment = invocation.context.environment
    environment["TRYGG_REGISTER"] = register
    environment["TRYGG_LANG"] = invocation.language.rawValue
    environment["TRYGG_LEGAL"] = invocation[Globals.legal]
    environment["TRYGG_TEMPLATES"] = invocation[Globals.templates]
    environment["TRYGG_ACTOR"] = session.actorName
    return withExtendedLifetime(file) {
      Trygg.program.run(
        step.words + ["--now", "\(step.day)T09:00"], environment: environment,
        output: session.isJSON ? Output.collecting() : invocation.output, input: input)
    }
  }

  private func conclude() throws -> ExitCode {
    let pages = try FileManager.default.contentsOfDirectory(atPath: statements).filter {
      $0.hasSuffix(".html")
    }.sorted()
    let first = (pages.first ?? "").dropLast("html".count)
    let statement = "\(statements)/\(first)\(form)"
    try session.answer([
      "register": .string(register), "year": 2027, "statements": .integer(pages.count),
      "statement": .string(statement), "certificate": .string(certificate), "refusal": .string(refusal),
      "open": .string("\(statements)/\(first)html"),
    ]) {
      var listing = Listing()
      listing.append(session.say(sv: "Registret", en: "The register"), register)
      listing.append(
        session.say(sv: "Beslutat år", en: "Decided year"),
        session.say(
          sv: "2027, \(pages.count) årsbesked i \(statements)",
          en: "2027, \(pages.count) statements in \(statements)"))
      listing.append(session.say(sv: "Ett årsbesked", en: "A statement"), statement)
      listing.append(session.say(sv: "Ett certifikat", en: "A certificate"), certificate)
      listing.append(session.say(sv: "Ett avslag", en: "A refusal"), refusal)
      listing.append(
        session.say(sv: "Öppna i en webbläsare", en: "Open in a browser"), "\(statements)/\(first)html")
      try session.print("")
      try session.invocation.output.print(listing)
    }
    if !hasPages {
      session.hint(
        sv: "PDF-arbetaren saknas, så handlingarna är HTML. Installera den med \"make setup\".",
        en: "The PDF worker is missing, so the documents are HTML. Install it by \"make setup\".")
    }
    return .done
  }

  /// Prints a line of the story, which a program that reads JSON is spared.
  private func tell(_ line: String) throws {
    if !session.isJSON { try session.print(line) }
  }
}
