import CommandLine
import Identity
import Operations
import Register

extension RingCommands {
  static let register = Command.act(
    "register", abstract: Text(sv: "Registrera en ring vars ansökan har kommit in.", en: "Register a ring."),
    discussion: Text(
      sv: "Villkoren prövas per dagen. En dag i ett låst år kräver ett skäl.",
      en: "The conditions are tested as of the day. A day in a locked year needs a reason."),
    parameters: [Common.ring, Common.on, Common.reason],
    examples: ["trygg ring register --ring TR-1280-0001"]
  ) { session in
    let invocation = session.invocation
    let number = invocation[Common.ring]
    let day = invocation[Common.on] ?? session.now.day
    try session.registry().registerRing(number, on: day, reason: invocation[Common.reason])
    try session.answer(["ring": .string("\(number)"), "state": "registrerad", "on": .string("\(day)")]) {
      try session.print(
        session.say(
          sv: "\(number) är registrerad från och med \(day).", en: "\(number) is registered from \(day)."))
      session.next("trygg ring grant --ring \(number)", "trygg occasion add --ring \(number) …")
    }
  }

  static let refuse = decision(
    "refuse", .refused, abstract: Text(sv: "Avslå en ansökan.", en: "Refuse an application."),
    example: "trygg ring refuse --ring TR-1280-0002 --reason \"49 hushåll har anmält intresse.\"")

  static let dismiss = decision(
    "dismiss", .dismissed,
    abstract: Text(
      sv: "Avvisa en ansökan som inte har kompletterats.",
      en: "Dismiss an application that was not completed."),
    example: "trygg ring dismiss --ring TR-1280-0002 --reason \"Föreläggandet är inte besvarat.\"")

  static let withdraw = decision(
    "withdraw", .withdrawn,
    abstract: Text(
      sv: "Skriv av en ansökan som har återkallats.", en: "Write off an application that has been withdrawn."),
    example: "trygg ring withdraw --ring TR-1280-0002 --reason \"Återkallad av kontaktpersonen.\"")

  static let deregister = decision(
    "deregister", .deregistered,
    abstract: Text(
      sv: "Avregistrera en ring. Dagen är den sista som räknas.",
      en: "Deregister a ring. The day is the last one that counts."),
    example: "trygg ring deregister --ring TR-1280-0001 --on 2027-05-31 --reason \"På ringens begäran.\"")

  private static let grounds = Option.optional(
    "reason", .text,
    help: Text(
      sv: "Skälen, som står i beslutet. Krävs.", en: "The reasons, which stand in the decision. Needed."))

  private static func decision(
    _ name: String, _ state: RingState, abstract: Text, example: String
  ) -> Command {
    Command.act(
      name, abstract: abstract, parameters: [Common.ring, grounds, Common.on],
      examples: [Example(example)]
    ) { session in
      let invocation = session.invocation
      try session.announce(
        try session.registry().moveRing(
          invocation[Common.ring], to: state, on: invocation[Common.on], reason: invocation[grounds]))
    }
  }

  private static let lift = Option.flag(
    "lift", help: Text(sv: "Häv tillsynen i stället.", en: "Lift the supervision instead."))

  static let supervise = Command.act(
    "supervise",
    abstract: Text(
      sv: "Ställ en ring under tillsyn. Deltagarna påverkas inte.",
      en: "Put a ring under supervision. Its members are not affected."),
    parameters: [Common.ring, grounds, lift],
    examples: [
      "trygg ring supervise --ring TR-1280-0001 --reason \"Närvaron rapporteras inte.\"",
      "trygg ring supervise --ring TR-1280-0001 --lift --reason \"Närvaron är rapporterad.\"",
    ]
  ) { session in
    let invocation = session.invocation
    let number = invocation[Common.ring]
    let registry = try session.registry()
    guard invocation[lift] else {
      return try session.announce(
        try registry.moveRing(number, to: .supervised, reason: invocation[grounds]))
    }
    try registry.liftSupervision(of: number, reason: invocation[grounds])
    try session.answer(["ring": .string("\(number)"), "state": "registrerad"]) {
      try session.print(
        session.say(sv: "Tillsynen av \(number) är hävd.", en: "The supervision of \(number) is lifted."))
    }
  }

  static let contact = Command.act(
    "contact", abstract: Text(sv: "Utse en ny kontaktperson.", en: "Appoint a new contact person."),
    parameters: [Common.ring, Common.person, Common.on, Common.reason],
    examples: ["trygg ring contact --ring TR-1280-0001 --person 19850709-2388 --on 2027-09-01"]
  ) { session in
    let invocation = session.invocation
    let number = invocation[Common.ring]
    let person = try invocation[Common.person].number(session, option: "--person")
    let day = invocation[Common.on] ?? session.now.day
    try session.registry().appointContact(
      person, of: number, from: day, reason: invocation[Common.reason])
    try session.answer([
      "ring": .string("\(number)"), "contact": .string(person.masked), "from": .string("\(day)"),
    ]) {
      try session.print(
        session.say(
          sv: "\(person.masked) är kontaktperson för \(number) från och med \(day).",
          en: "\(person.masked) is the contact person of \(number) from \(day)."))
    }
  }

  static let grant = Command.act(
    "grant",
    abstract: Text(
      sv: "Bevilja startbidraget, en gång per ring.", en: "Give the start grant, once per ring."),
    parameters: [Common.ring], examples: ["trygg ring grant --ring TR-1280-0001"]
  ) { session in
    let number = session.invocation[Common.ring]
    let amount = try session.registry().grantRing(number)
    try session.answer(["ring": .string("\(number)"), "amountKr": .integer(amount)]) {
      try session.print(
        session.say(
          sv: "Startbidrag till \(number): \(session.wording.amount(amount)).",
          en: "Start grant to \(number): \(session.wording.amount(amount))."))
    }
  }
}

extension Session {
  /// Prints a decision as its letter tells it: what is decided, by which provisions, why, and how to appeal.
  fileprivate func announce(_ decision: RingDecision) throws {
    let letter = RingLetter(decision, wording, try letters())
    try answer(letter.json) {
      for paragraph in letter.paragraphs {
        try invocation.output.print(paragraph: paragraph, indent: paragraph.hasPrefix("–") ? 2 : 0)
      }
      if decision.state == .refused, decision.failures.isEmpty {
        hint(
          sv: "Obs: enligt registret är alla villkor för registrering uppfyllda. Kontrollera beslutet.",
          en: "Note: by the register all conditions of registration are met. Check the decision.")
      }
    }
  }
}
