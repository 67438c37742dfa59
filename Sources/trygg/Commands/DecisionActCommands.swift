import CommandLine
import Identity
import Operations
import Register

/// What an officer does with a decision: `decision answer`, `close`, `correct` and `serve`.
enum DecisionActCommands {
  static let all = [answer, close, correct, serve]

  private static let reason = Option.required(
    "reason", .text,
    help: Text(
      sv: "Skälen för beslutet, som personen får läsa.", en: "The reasons, which the person will read."))
  private static let outcome = Option.required(
    "outcome", .decided,
    help: Text(sv: "Utgången som uppgifterna ger.", en: "The outcome that the facts give."))
  private static let answerText = Option.required(
    "reason", .text, help: Text(sv: "Vad svaret säger.", en: "What the answer says."))

  private static let answer = Command.act(
    "answer",
    abstract: Text(
      sv: "Anteckna att personen har svarat på brevet. Sedan avgör en handläggare.",
      en: "Record that the person answered the letter. An officer then decides."),
    parameters: [Common.person, Common.year, Common.on, answerText],
    examples: ["trygg decision answer --person - --year 2027 --on 2028-01-25 --reason \"Jag var med i maj.\""]
  ) { session in
    let invocation = session.invocation
    let view = try session.registry().answerDecision(
      of: try invocation[Common.person].number(session, option: "--person"), year: invocation[Common.year],
      receivedOn: invocation[Common.on] ?? session.now.day, saying: invocation[answerText])
    try session.answer(view.json(session.wording)) { try view.print(session) }
  }

  private static let close = Command.act(
    "close",
    abstract: Text(
      sv: "Avgör det som personen har fått yttra sig över, på de uppgifter som nu finns.",
      en: "Decide what the person could comment on, on the facts as they now stand."),
    discussion: Text(
      sv: """
        Den som ännu väntar på en uppgift tas upp med samma kommando från den 1 november året efter: ett avslag går först \
        ut till yttrande och avgörs sedan med samma kommando igen. Har uppgifterna blivit andra än brevets, och inte bättre för \
        personen, skickas de också först ut.
        """,
      en: """
        Who still waits for a fact is taken up by the same command from 1 November of the year after: a refusal is first \
        communicated, and decided by the same command again. Facts that have become others than those of the letter, and \
        not better for the person, are communicated first too.
        """),
    parameters: [Common.person, Common.year, outcome, reason],
    examples: [
      "trygg decision close --person - --year 2027 --outcome AVSLAG --reason \"Svaret ändrar inget.\""
    ]
  ) { session in
    let invocation = session.invocation
    let view = try session.registry().closeDecision(
      of: try invocation[Common.person].number(session, option: "--person"), year: invocation[Common.year],
      as: invocation[outcome], reason: invocation[reason])
    try session.answer(view.json(session.wording)) {
      if view.isCommunicatedAnew(on: session.now.day) {
        try session.print(
          session.say(
            sv:
              "Inte avgjort: uppgifterna är andra än de som personen fick yttra sig över. De skickas ut på nytt.",
            en:
              "Not decided: the facts are others than those the person could comment on. They are communicated anew."
          ))
      }
      try view.print(session)
    }
  }

  private static let expected = Option.optional(
    "outcome", .decided,
    help: Text(sv: "Utgången som väntas av uppgifterna.", en: "The outcome expected of the facts."))
  private static let slip = Option.flag(
    "slip",
    help: Text(
      sv: "Rätta bara ett uppenbart skrivfel: nytt dokument, samma beslut.",
      en: "Only put an obvious slip of the pen right: a new document, the same decision."))
  private static let miscalculation = Option.flag(
    "miscalculation",
    help: Text(
      sv: "Rätta bara ett uppenbart räknefel: nytt dokument, samma beslut.",
      en: "Only put an obvious miscalculation right: a new document, the same decision."))
  private static let withdraw = Option.flag(
    "withdraw",
    help: Text(
      sv: "Låt en föreslagen ändring falla, som när den vore uppenbart oskälig. Beslutet står kvar.",
      en: "Let a proposed change fall, as when it would be obviously unreasonable. The decision stands."))
  private static let ground = Option.optional(
    "ground", .choice(LateDetrimentGround.self),
    help: Text(
      sv: "Punkt i 66 kap. 27 § skatteförfarandelagen, för ändring till nackdel efter två år.",
      en: "The point of chapter 66 section 27 of the Tax Procedures Act, for a detriment after two years."))
  private static let inventoryFiled = Option.optional(
    "inventory-filed-on", .date,
    help: Text(
      sv: "Dagen då bouppteckningen efter en avliden gavs in.",
      en: "The day on which the inventory of an estate was filed."))
  private static let requestedOn = Option.optional(
    "requested-on", .date,
    help: Text(
      sv: "Dagen då personens begäran kom in. Utelämnas på eget initiativ.",
      en: "The day on which the person's request came in. Left out on own initiative."))
  private static let communicatedOn = Option.optional(
    "communicated-on", .date,
    help: Text(
      sv: "Dagen för brevet om en ändring till nackdel.", en: "The day of the letter about a detriment."),
    absence: Common.today)

  private static let correct = Command.act(
    "correct",
    abstract: Text(
      sv: "Ändra ett beslut efter de uppgifter som nu finns, eller rätta ett skrivfel.",
      en: "Change a decision by the facts as they now stand, or put a slip right."),
    discussion: Text(
      sv: """
        Till fördel beslutas det genast. Till nackdel får personen först yttra sig: samma kommando igen, eller \
        decision close, avgör när svarstiden har gått ut eller ett svar har kommit. Anges en grund som personen inte har \
        fått veta skickas ett nytt brev, och förslaget tar det förras plats.
        """,
      en: """
        To advantage it is decided at once. To detriment the person may first comment: the same command again, or \
        decision close, decides when the time for an answer has run out or an answer has come. A ground that the person \
        has not been told of needs a new letter, and the proposal takes the place of the one before.
        """),
    parameters: [
      Common.person, Common.year, expected, reason, slip, miscalculation, withdraw, ground, inventoryFiled,
      requestedOn, communicatedOn,
    ],
    examples: [
      "trygg decision correct --person - --year 2027 --reason \"A09: frånvarande enligt protokollet.\"",
      "trygg decision correct --person - --year 2027 --slip --reason \"Namnet var felstavat.\"",
    ]
  ) { session in
    let invocation = session.invocation
    var correction = DecisionCorrection()
    correction.outcome = invocation[expected]
    correction.slip = invocation[miscalculation] ? .arithmetic : invocation[slip] ? .writing : nil
    correction.isWithdrawal = invocation[withdraw]
    correction.ground = invocation[ground]
    correction.inventoryFiled = invocation[inventoryFiled]
    correction.requestedOn = invocation[requestedOn]
    correction.communicatedOn = invocation[communicatedOn]
    let (view, isNew) = try session.registry().correctDecision(
      of: try invocation[Common.person].number(session, option: "--person"), year: invocation[Common.year],
      by: correction, reason: invocation[reason])
    try session.answer(view.json(session.wording)) {
      if !isNew {
        try session.print(
          session.say(
            sv: "Ingen ändring: uppgifterna ger samma beslut.",
            en: "No change: the facts give the same decision."))
      }
      try view.print(session)
    }
  }

  private static let method = Option.required(
    "method", .choice(ServiceMethod.self),
    help: Text(
      sv: "brev: dagen då det skickades. delgivning: dagen då personen bevisligen tog emot det.",
      en: "brev: the day of the sending. delgivning: the day of the proven receipt."))

  private static let serve = Command.act(
    "serve",
    abstract: Text(
      sv: "Anteckna hur och när ett brev eller ett beslut nådde personen.",
      en: "Record how and when a letter or a decision reached the person."),
    parameters: [Common.person, Common.year, method, Common.on],
    examples: ["trygg decision serve --person - --year 2027 --on 2028-02-03 --method delgivning"]
  ) { session in
    let invocation = session.invocation
    let number = try invocation[Common.person].number(session, option: "--person")
    let isNew = try session.registry().serveDecision(
      of: number, year: invocation[Common.year], by: invocation[method],
      on: invocation[Common.on] ?? session.now.day)
    try session.confirm(isNew, masked: number)
  }
}

extension DecisionView {
  /// Whether a later version was communicated on a day, instead of one that the person could comment on before.
  fileprivate func isCommunicatedAnew(on day: LocalDate) -> Bool {
    proposal.map { $0.communicatedOn == day } ?? (status == .communicated && version > 1 && datedOn == day)
  }
}

extension Notation where Value == BenefitOutcome.Verdict {
  /// An outcome that a decision may have.
  fileprivate static var decided: Notation {
    let choices: [BenefitOutcome.Verdict] = [.granted, .refused]
    return Notation(Text(sv: "UTGÅNG", en: "OUTCOME"), choices: choices.map(\.rawValue)) { word in
      choices.first { $0.rawValue == word } ?? .refused
    }
  }
}
