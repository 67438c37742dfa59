import CommandLine
import Exchange
import Foundation

enum DemoCommand {
  private static let out = Option.defaulting(
    "out", .folder, to: "trygg-demo",
    help: Text(sv: "Mapp för demonstrationen.", en: "Folder for the demonstration."))

  static let command = Command(
    "demo",
    abstract: Text(
      sv: "Gör ett register med ett helt år, från CSV-filer till årsbesked.",
      en: "Make a register with a whole year, from CSV files to statements."),
    discussion: Text(
      sv: "Varje steg är ett vanligt kommando och skrivs ut så som det skrivs för hand.",
      en: "Every step is an ordinary command, printed as one would type it."),
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

  func run() throws -> ExitCode {
    let files = try OutputFolder(folder + "/csv")
    for file in year.files() { try files.write(file.name, file.text.utf8) }
    try tell(
      session.say(
        sv:
          "\(year.files().count) CSV-filer med \(year.personCount) påhittade personer i \(DemoRing.all.count) ringar.",
        en:
          "\(year.files().count) CSV files with \(year.personCount) made-up persons in \(DemoRing.all.count) rings."
      ))
    try tell("export TRYGG_REGISTER=\(register)")
    var steps: [(day: String, words: [String])] = [("2027-01-07", ["init"])]
    steps += year.files().map { ($0.day, ["import", $0.kind, "\(folder)/csv/\($0.name)"]) }
    steps.insert(
      ("2027-10-01", ["person", "deceased", "--person", year.deceased, "--on", "2027-09-20"]),
      at: steps.count - 1)
    steps += [
      ("2028-01-17", ["year", "lock", "2027"]),
      ("2028-01-17", ["year", "decide", "2027"]),
      ("2028-01-24", ["year", "statements", "2027", "--out", statements, "--form", "html,xml"]),
      ("2028-02-01", ["year", "decide", "2027"]),
      ("2028-02-01", ["year", "summary", "2027"]),
      ("2028-02-01", ["decision", "show", "--person", year.example, "--year", "2027"]),
    ]
    for step in steps {
      let code = try perform(step.words, on: step.day)
      guard code == .done else { return code }
    }
    return try conclude()
  }

  private func perform(_ words: [String], on day: String) throws -> ExitCode {
    try tell("")
    try tell("trygg \(words.joined(separator: " ")) --now \(day)")
    let invocation = session.invocation
    let output = session.isJSON ? Output.collecting() : invocation.output
    var environment = invocation.context.environment
    environment["TRYGG_REGISTER"] = register
    environment["TRYGG_LANG"] = invocation.language.rawValue
    environment["TRYGG_LEGAL"] = invocation[Globals.legal]
    environment["TRYGG_TEMPLATES"] = invocation[Globals.templates]
    environment["TRYGG_ACTOR"] = session.actorName
    return Trygg.program.run(
      words + ["--now", "\(day)T09:00"], environment: environment, output: output,
      input: invocation.context.input)
  }

  private func conclude() throws -> ExitCode {
    let pages = try FileManager.default.contentsOfDirectory(atPath: statements).filter {
      $0.hasSuffix(".html")
    }
    let page = statements + "/" + (pages.sorted().first ?? "")
    try session.answer([
      "register": .string(register), "year": 2027, "statements": .integer(pages.count), "open": .string(page),
    ]) {
      try session.print("")
      try session.print(
        session.say(
          sv:
            "Registret: \(register)\nBeslutat år: 2027, \(pages.count) årsbesked i \(statements)\nÖppna i en webbläsare: \(page)",
          en:
            "The register: \(register)\nDecided year: 2027, \(pages.count) statements in \(statements)\nOpen in a browser: \(page)"
        ))
    }
    return .done
  }

  /// Prints a line of the story, which a program that reads JSON is spared.
  private func tell(_ line: String) throws {
    if !session.isJSON {
      try session.print(line.hasPrefix("trygg") || line.hasPrefix("export") ? "$ " + line : line)
    }
  }
}
