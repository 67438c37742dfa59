import CommandLine
import Documents
import Exchange
import Legislation
import Operations

/// `year letters` and `decision letter`: what those are told who have a decision, may answer or wait.
enum YearLettersCommand {
  private static let out = Option.required(
    "out", .folder, help: Text(sv: "Mapp att skriva till.", en: "Folder to write to."))
  private static let forms = Option.defaulting(
    "form", .forms(DocumentForm.self), to: "html",
    help: Text(
      sv: "Former, med komma mellan: html, pdf, text, xml.",
      en: "Forms, with commas: html, pdf, text, xml."))

  static let letters = Command(
    "letters",
    abstract: Text(
      sv:
        "Skriv breven om årets beslut: före avslag, beslut, omprövning, rättelse och besked till dem som väntar.",
      en: "Write the letters of the year: before a refusal, decisions, reviews, slips and to those who wait."),
    discussion: Text(
      sv:
        """
        En fil för varje brev. Det som är skrivet ändras inte; kör igen efter ett avbrott eller nya beslut. Skyddade \
        personers brev ligger för sig, i mappen formedling.
        """,
      en: """
        One file each. What is written never changes; run again after an interruption or new decisions. Protected \
        persons' letters lie apart, in the folder formedling.
        """),
    parameters: [YearCommands.year, out, forms, LetterOptions.unnamed],
    examples: ["trygg year letters 2027 --out brev --form pdf"]
  ) { invocation in
    let session = Session(invocation)
    let year = session.invocation[YearCommands.year]
    let folder = try OutputFolder(session.invocation[out])
    let bar = session.progress(sv: "Skriver", en: "Writing")
    let report = try session.registry().issueLetters(
      for: year, with: try session.letterTools(), as: session.invocation[forms],
      named: !session.invocation[LetterOptions.unnamed]
    ) { document in
      if document.isRelayed { _ = try OutputFolder(folder.path + "/" + RenderedDocument.relayFolder) }
      try folder.write(document.file, document.bytes)
      bar.advance(1, nil)
    }
    bar.finish()
    let kinds = report.issued.sorted { $0.key < $1.key }
    try session.answer([
      "year": .integer(year), "unchanged": .integer(report.unchanged),
      "issued": .object(kinds.map { .init("\($0.key)", .integer($0.value)) }),
      "failures": .array(report.unset.map(\.json)),
    ]) {
      let names = try session.letters()
      for (number, count) in kinds {
        try session.print("\(count)  \(names[number]?.name ?? "")")
      }
      try session.print(
        session.say(
          sv: "Brev: \(report.total - report.unchanged) nya, \(report.unchanged) från förut.",
          en: "Letters: \(report.total - report.unchanged) new, \(report.unchanged) from before."))
    }
    return session.tell(report.unset)
  }

  static let letter = Command.act(
    "letter",
    abstract: Text(
      sv: "Skriv brevet om en persons beslut, i det läge där det nu är.",
      en: "Write the letter of a person's decision, at the stage where it now is."),
    parameters: [
      Common.person, Common.year, LetterOptions.unnamed, LetterOptions.form, Common.out,
    ],
    examples: ["trygg decision letter --person - --year 2027 --form pdf --out beslut.pdf"]
  ) { session in
    let invocation = session.invocation
    let number = try invocation[Common.person].number(session, option: "--person")
    let tools = try session.letterTools(workers: 1)
    try session.deliver(tools) { registry in
      try registry.issueDecisionLetter(
        of: number, year: invocation[Common.year], with: tools, named: !invocation[LetterOptions.unnamed])
    }
  }
}
