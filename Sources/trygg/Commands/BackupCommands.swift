import CommandLine
import Operations
import Register

enum BackupCommands {
  private static let file = Argument.required(
    Text(sv: "FIL", en: "FILE"), .file,
    help: Text(sv: "Säkerhetskopians fil.", en: "The file of the backup."))
  private static let replace = Option.flag(
    "replace",
    help: Text(
      sv: "Skriv över registret som finns. Det ändras i ett steg eller inte alls.",
      en: "Overwrite the register that exists. It changes in one step or not at all."))

  static let backup = Command.act(
    "backup",
    abstract: Text(
      sv: "Kopiera registret medan det används.", en: "Copy the register while it is in use."),
    discussion: Text(
      sv: """
        Kopian är ett enda oförändrat läge, läsbart bara för dig, och kontrolleras innan den får sitt namn. Bredvid \
        den läggs loggens slutpost (-head) och den öppna nyckeln (.pub). Registrets nyckel (.key) följer aldrig med: \
        förvara en kopia av den för sig.
        """,
      en: """
        The copy is one unchanging state, readable by you alone, and is checked before it gets its name. Beside it go \
        the head of the log (-head) and the public key (.pub). The register's key (.key) is never part of it: keep a \
        copy of it elsewhere.
        """),
    parameters: [file], examples: ["trygg backup kopior/2027-03-01.db"]
  ) { session in
    let path = session.invocation[file]
    let registry = try session.registry()
    let bar = session.progress(sv: "Kopierar", en: "Copying")
    var shown = 0
    try registry.backUp(to: path) { done, total in
      bar.advance(done - shown, total)
      shown = done
    }
    bar.finish()
    try session.answer(["backup": .string(path)]) {
      try session.print(session.say(sv: "Kopian står nu i \(path).", en: "The copy now stands in \(path)."))
    }
  }

  static let restore = Command.act(
    "restore",
    abstract: Text(
      sv: "Ta tillbaka en säkerhetskopia som register.", en: "Bring back a backup as the register."),
    discussion: Text(
      sv: """
        Kopian kontrolleras först, med sin logg. Ett register som finns skrivs bara över med --replace; ett skadat \
        flyttas undan för hand. Återställningen antecknas i loggen.
        """,
      en: """
        The copy is checked first, with its log. A register that exists is overwritten only with --replace; a damaged \
        one is moved away by hand. The restoring is an entry in the log.
        """),
    parameters: [file, replace],
    examples: ["trygg --register nytt.db restore kopior/2027-03-01.db"]
  ) { session in
    let path = session.registerPath
    _ = try Registry(
      restoring: session.invocation[file], toFile: path, replacing: session.invocation[replace],
      parameters: try session.parameters(), actor: session.actorName, now: session.now)
    try session.answer(["register": .string(path), "backup": .string(session.invocation[file])]) {
      try session.print(
        session.say(sv: "Registret i \(path) är återställt.", en: "The register in \(path) is restored."))
    }
  }
}
