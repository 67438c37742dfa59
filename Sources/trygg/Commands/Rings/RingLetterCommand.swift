import CommandLine
import Identity
import Operations

extension RingCommands {
  private static let which = Option.optional(
    "letter", .integer,
    help: Text(
      sv: "Brevets nummer, om flera är möjliga: 5 på egen begäran, 6 mot ringens vilja, 8 före ett avslag.",
      en:
        "The letter's number, where several are possible: 5 on request, 6 against the ring, 8 before a refusal."
    ))
  private static let answerBy = Option.optional(
    "answer-by", .date,
    help: Text(sv: "Sista dag för svar i brev 8.", en: "The last day for an answer to letter 8."))

  static let letter = Command.act(
    "letter",
    abstract: Text(
      sv: "Skriv brevet om det senaste beslutet om en ring.",
      en: "Write the letter of the last decision on a ring."),
    parameters: [
      Common.ring, which, answerBy, LetterOptions.acknowledge, LetterOptions.unnamed, LetterOptions.form,
      Common.out,
    ],
    examples: [
      "trygg ring letter --ring TR-1280-0001 --form pdf --out beslut.pdf",
      "trygg ring letter --ring TR-1280-0001 --letter 5 --out avregistrering.html",
    ]
  ) { session in
    let invocation = session.invocation
    var order = RingLetterOrder()
    order.letter = invocation[which]
    order.answerBy = invocation[answerBy]
    order.acknowledgesUncertain = invocation[LetterOptions.acknowledge]
    order.named = !invocation[LetterOptions.unnamed]
    let tools = try session.letterTools(workers: 1)
    let ring = invocation[Common.ring]
    try session.deliver(tools) { [order] in try $0.issueRingLetter(of: ring, order, with: tools) }
  }
}
