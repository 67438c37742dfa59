import CommandLine
import Glibc

/// The program: what it measures, each against a baseline measured in the same run.
@main
enum TryggBench {
  static let format = Option.defaulting(
    "format", .choice(Form.self), to: "text", help: "Tables, or one JSON document.")
  static let rounds = Option.defaulting(
    "rounds", .integer, to: "3", help: "How often each import or year is repeated; the median counts.")
  static let size = Option.optional(
    "size", .integer, help: "Measure the statements of a year at this size alone.",
    absence: "750, 7 500 and 20 000")
  static let legal = Option.defaulting("legal", .folder, to: "Legal", help: "Folder with law data.")

  /// How results are printed.
  enum Form: String, CaseIterable, Sendable {
    case text, json
  }

  static let program = Program(
    "trygg-bench", version: "1.0",
    abstract: "Measures trygg, built beside it, against named baselines of the same run.",
    discussion: "Without a command it measures all.",
    languageVariable: "TRYGG_LANG", options: [format, rounds, size, legal],
    examples: ["trygg-bench", "trygg-bench import --rounds 1", "trygg-bench commands --format json"],
    commands: [
      measuring("all", "Measure everything.") { scene in
        [
          try ImportBenchmark(scene).measure(), try CommandBenchmark(scene).measure(),
          try YearRunBenchmark(scene).measure(), try ControlFileBenchmark(scene).measure(),
          try LawBenchmark(scene).measure(), try TrainingBenchmark(scene).measure(),
          try DocumentsBenchmark(scene).measure(), try StatementsBenchmark(scene).measure(),
        ].flatMap(\.self)
      },
      measuring("import", "Measure the import of attendance.") { try ImportBenchmark($0).measure() },
      measuring("commands", "Measure commands on a large and a small register.") {
        try CommandBenchmark($0).measure()
      },
      measuring("decide", "Measure the yearly decisions up to a million members.") {
        try YearRunBenchmark($0).measure()
      },
      measuring("control-file", "Measure the yearly control file up to a million statements.") {
        try ControlFileBenchmark($0).measure()
      },
      measuring("law", "Measure the bill in every form and the consolidation of a long act.") {
        try LawBenchmark($0).measure()
      },
      measuring("documents", "Measure a statement as XHTML and as PDF, alone and beside other programs.") {
        try DocumentsBenchmark($0).measure()
      },
      measuring("statements", "Measure all statements of a year up to 20 000.") {
        try StatementsBenchmark($0).measure()
      },
      measuring("training", "Measure sessions and progress of the mediator programme.") {
        try TrainingBenchmark($0).measure()
      },
    ],
    report: { error, context in
      context.output.note("\(error)")
      return .software
    })

  static func main() {
    let arguments = Array(Swift.CommandLine.arguments.dropFirst())
    let namesNone = arguments.first.map { $0.hasPrefix("--format") } ?? true
    let code = program.run(
      namesNone ? ["all"] + arguments : arguments, environment: [:],
      output: .process(environment: [:]), input: .standard)
    exit(code.rawValue)
  }

  private static func measuring(
    _ name: String, _ abstract: Text, _ measure: @escaping @Sendable (Scene) throws -> [Results]
  ) -> Command {
    Command(name, abstract: abstract) { invocation in
      let scene = try Scene(invocation)
      let results = try measure(scene)
      switch invocation[format] {
      case .text: try results.forEach { try $0.print(to: invocation.output) }
      case .json: try invocation.output.print(JSON(results))
      }
      return .done
    }
  }
}
