import CommandLine
import Exchange
import Identity
import Operations
import Register

extension RingCommands {
  // Nothing is required on the line: what is missing is a failing condition, told together with the others.
  private static let name = Option.optional(
    "name", .text, help: Text(sv: "Ringens namn.", en: "The ring's name."))
  private static let municipality = Option.optional(
    "municipality", .municipality,
    help: Text(sv: "Kommun, kod eller namn.", en: "Municipality, code or name."))
  private static let venue = Option.optional(
    "venue", .text,
    help: Text(sv: "Lokal för utbildning och möten.", en: "Venue for training and meetings."))
  private static let contactToBe = Option.optional(
    "contact", .person,
    help: Text(
      sv: "Kontaktpersonens personnummer; personen ska finnas i registret och ha genomgått utbildningen.",
      en:
        "The contact person's identity number; the person is in the register and has completed the training.")
  )
  private static let interested = Option.optional(
    "interested-households", .integer,
    help: Text(sv: "Hushåll som har anmält intresse.", en: "Households that have said they are interested."))
  private static let active = Option.optional(
    "active-households", .integer,
    help: Text(
      sv: "Hushåll som har åtagit sig att delta aktivt.",
      en: "Households that have undertaken to take active part."))
  private static let members = Option.optional(
    "members", .file,
    help: Text(
      sv: """
        CSV-fil med deltagarna: personnummer, household, joined_on och för nya personer given_name och family_name. \
        Allt eller inget sparas.
        """,
      en: """
        CSV file of the members: personnummer, household, joined_on and for new persons given_name and family_name. \
        All or nothing is stored.
        """))
  private static let appliedOn = Option.optional(
    "applied-on", .date, help: Text(sv: "Dagen då ansökan kom in.", en: "The day the application came in."),
    absence: Common.today)
  private static let decide = Option.flag(
    "decide",
    help: Text(sv: "Registrera ringen på en gång.", en: "Register the ring at once."))
  private static let incomplete = Option.flag(
    "incomplete",
    help: Text(
      sv: "Lägg upp en ansökan på papper fast villkor inte är uppfyllda.",
      en: "File an application on paper although conditions fail."))
  private static let lastDay = Option.optional(
    "last-day", .date, help: Text(sv: "Sista dag att komplettera.", en: "The last day to complete it."),
    absence: Text(
      sv: "30 dagar från i dag, eller nästa arbetsdag", en: "30 days from today, or the next working day"))

  private static let daysToComplete = 30

  static let add = Command.act(
    "add",
    abstract: Text(sv: "Ta emot en ansökan om registrering.", en: "Take in an application for registration."),
    discussion: Text(
      sv: """
        Alla villkor som inte är uppfyllda nämns på en gång, och då sparas inget. Kontaktpersonen läggs först in med \
        person add, och utbildningen med training record.
        """,
      en: """
        All conditions that fail are named at once, and then nothing is stored. The contact person is entered first \
        with person add, and the training with training record.
        """),
    parameters: [
      name, municipality, AddressOptions.street, AddressOptions.postcode, AddressOptions.city, venue,
      contactToBe,
      interested, active, members, appliedOn, decide, incomplete, lastDay,
    ],
    examples: [
      Example(
        """
        trygg ring add --name Söderkullaringen --municipality 1280 --street "Storgatan 1" --postcode "211 42" \
        --city Malmö --venue "Föreningslokalen" --contact 19750107-9292 --interested-households 52 \
        --active-households 6 --members deltagare.csv
        """)
    ]
  ) { session in
    let invocation = session.invocation
    guard !invocation[decide] || !invocation[incomplete] else {
      throw UsageError.conflict(decide.declaration, incomplete.declaration)
    }
    var filing = RingFiling()
    filing.name = invocation[name]
    filing.municipality = invocation[municipality]
    filing.address = try AddressOptions.wholeAddress(invocation)
    filing.venue = invocation[venue]
    filing.interestedHouseholds = invocation[interested]
    filing.activeHouseholds = invocation[active]
    filing.appliedOn = invocation[appliedOn]
    filing.contact = try invocation[contactToBe]?.number(session, option: "--contact")
    filing.participants = try participants(session)
    let until = invocation[lastDay] ?? WorkingDays.onOrAfter(session.now.day.adding(days: daysToComplete))
    let decision: FilingDecision =
      invocation[incomplete] ? .incomplete(until: until) : invocation[decide] ? .register : .file
    do {
      let (number, missing) = try session.registry().addRing(filing, decision)
      try session.filed(
        number, missing, until: missing.isEmpty ? nil : until, isRegistered: invocation[decide])
    } catch let refusals as Refusals {
      session.hint(
        sv: """
          Ansökan kan inte tas emot, och inget är sparat. Rätta det som nämns här nedanför och försök igen. Har den \
          kommit in på papper, lägg upp den som den är med --incomplete.
          """,
        en: """
          The application cannot be taken in, and nothing is stored. Mend what is named below and try again. If it \
          came in on paper, file it as it is with --incomplete.
          """)
      throw refusals
    }
  }

  static let complete = Command.act(
    "complete",
    abstract: Text(
      sv: "Komplettera en ansökan som inte är avgjord.", en: "Complete an undecided application."),
    parameters: [
      Common.ring, AddressOptions.street, AddressOptions.postcode, AddressOptions.city, venue, contactToBe,
      interested, active, members,
    ],
    examples: ["trygg ring complete --ring TR-1280-0002 --interested-households 51 --members deltagare.csv"]
  ) { session in
    let invocation = session.invocation
    var completion = RingCompletion()
    completion.address = try AddressOptions.address(invocation)
    completion.venue = invocation[venue]
    completion.interestedHouseholds = invocation[interested]
    completion.activeHouseholds = invocation[active]
    completion.contact = try invocation[contactToBe]?.number(session, option: "--contact")
    completion.participants = try participants(session)
    let number = invocation[Common.ring]
    let missing = try session.registry().completeRing(number, with: completion)
    try session.answer(["ring": .string("\(number)"), "missing": session.wording.json(missing)]) {
      try session.print(
        session.say(
          sv: "Ansökan för \(number) är kompletterad.", en: "The application of \(number) is completed."))
      try session.tellMissing(number, missing)
    }
  }

  private static func participants(_ session: Session) throws -> ParticipantList {
    guard let path = session.invocation[members] else { return ParticipantList() }
    return try ParticipantList(CSVFile(path: path, layout: .applicants), on: session.now.day)
  }
}

extension Session {
  fileprivate func filed(
    _ number: RingNumber, _ missing: [Refusal], until: LocalDate?, isRegistered: Bool
  ) throws {
    let state: RingState = isRegistered ? .registered : missing.isEmpty ? .applied : .incomplete
    try answer([
      "ring": .string("\(number)"), "state": .string(state.rawValue), "missing": wording.json(missing),
      "lastDay": JSON(until?.description),
    ]) {
      let stands = wording.text(state.rawValue)
      try print(
        say(sv: "\(number) är inlagd. Läge: \(stands).", en: "\(number) is filed. State: \(stands)."))
      if let until {
        try print(
          say(sv: "Sista dag att komplettera är \(until).", en: "The last day to complete it is \(until)."))
      }
      guard isRegistered else { return try tellMissing(number, missing) }
      next("trygg member list --ring \(number)", "trygg occasion add --ring \(number) …")
    }
  }

  /// Names the conditions that an application fails, or tells that it can be decided.
  func tellMissing(_ number: RingNumber, _ missing: [Refusal]) throws {
    guard !missing.isEmpty else {
      hint(sv: "Alla villkor är uppfyllda.", en: "All conditions are met.")
      return next("trygg ring register --ring \(number)")
    }
    try print(say(sv: "Detta saknas:", en: "This is missing:"))
    for refusal in missing {
      try invocation.output.print(paragraph: "– " + wording.sentence(refusal), indent: 2)
    }
    next("trygg ring complete --ring \(number) …", "trygg ring refuse --ring \(number) --reason …")
  }
}

extension AddressOptions {
  /// The address of an application, nothing when a part of it is not given.
  fileprivate static func wholeAddress(_ invocation: Invocation) throws -> PostalAddress? {
    guard invocation[street] != nil, invocation[postcode] != nil, invocation[city] != nil else { return nil }
    return try address(invocation)
  }
}
