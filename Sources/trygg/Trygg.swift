import CommandLine

/// The program: its commands, and the options that may stand anywhere on the line.
@main
enum Trygg {
  /// The version of the program, which packages for an archive name.
  static let version = "1.0"

  static let program = Program(
    "trygg", version: version,
    abstract: Text(
      sv: "Register över trygghetsringar: ringar, deltagare, närvaro, utbildning och årets beslut.",
      en: "A register of neighbourhood rings: rings, members, attendance, training and the yearly decision."),
    discussion: Text(
      sv: """
        Registret är en fil. Den skapas med "trygg init" och pekas ut med --register. Allt som görs loggas.

        TRYGG_PYTHON pekar ut den Python som har Typst för PDF.
        """,
      en: """
        The register is a file, made by "trygg init" and named by --register. Everything that is done is logged.

        TRYGG_PYTHON names the Python that has Typst for PDF.
        """),
    languageVariable: "TRYGG_LANG",
    options: Globals.all,
    examples: [
      "trygg init", "trygg import persons personer.csv", "trygg ring list --county 12",
      "trygg decision show --person - --year 2027",
    ],
    commands: [
      InitCommand.command,
      DemoCommand.command,
      DoctorCommand.command,
      BackupCommands.backup,
      BackupCommands.restore,
      PersonCommands.group,
      RingCommands.group,
      MemberCommands.group,
      OccasionCommands.group,
      AttendanceCommands.group,
      ProviderCommands.group,
      SupervisorCommands.group,
      TrainingCommands.group,
      CertificateCommands.group,
      YearCommands.group,
      DecisionCommands.group,
      LetterCommands.group,
      DocumentCommands.group,
      ImportCommand.command,
      ExportCommand.group,
      UserCommands.group,
      ServeCommand.command,
      KeyCommands.group,
      AuditCommands.group,
      RetentionCommands.group,
      LawCommands.group,
    ],
    report: Explanation.report)

  static func main() {
    program.main()
  }
}
