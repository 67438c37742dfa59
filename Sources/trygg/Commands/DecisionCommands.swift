import CommandLine
import Identity
import Operations
import Register

enum DecisionCommands {
  static let group = Command(
    "decision", abstract: Text(sv: "Beslut om en persons år.", en: "Decisions on a person's year."),
    subcommands: [show] + DecisionActCommands.all + [YearLettersCommand.letter])

  private static let show = Command.act(
    "show",
    abstract: Text(
      sv: "Visa utgången med varje villkor; före låsningen hur det ligger till.",
      en: "Show the outcome with every condition; before the lock how things stand."),
    parameters: [Common.person, Common.year],
    examples: ["trygg decision show --person - --year 2027"]
  ) { session in
    let number = try session.invocation[Common.person].number(session, option: "--person")
    let (view, word) = try session.registry().showYear(of: number, year: session.invocation[Common.year])
    try session.answer(view.json(session.wording, answers: word.answers)) {
      try view.print(session, answers: word.answers)
    }
  }
}
