import CommandLine
import Identity
import Operations
import Register

extension TrainingCommands {
  private static let startedOn = Option.optional(
    "started-on", .date,
    help: Text(
      sv: "Första dagen; den kursplan som gäller då binder.",
      en: "The first day; the plan in force then binds."),
    absence: Common.today)
  private static let ownProvider = Option.optional(
    "provider", .organisation,
    help: Text(
      sv: "Anordnaren som deltagaren hör till; en ny anordnare flyttar deltagaren dit.",
      en: "The provider that the participant belongs to; another provider moves the participant there."),
    absence: Text(
      sv: "den egna, annars den första som redovisar ett pass",
      en: "one's own, else the first to record a session"))
  private static let profession = Option.optional(
    "profession", .choice(Profession.self),
    help: Text(
      sv: "Yrket, för RJ utan utbildningsbevis.", en: "The profession, for RJ without a certificate."))
  private static let verifiedOn = Option.optional(
    "profession-verified-on", .date,
    help: Text(sv: "Dagen då yrket styrktes.", en: "The day the profession was verified."))
  private static let employer = Option.optional(
    "employer", .text,
    help: Text(sv: "Arbetsgivaren, aldrig polisen.", en: "The employer, never the police."))
  private static let fullTimeShare = Option.optional(
    "fte", .decimal,
    help: Text(sv: "Andelen av heltid, till exempel 0,5.", en: "The share of full time, 0.5 say."))
  private static let referencesOn = Option.optional(
    "references-checked-on", .date,
    help: Text(sv: "Dagen då referenserna togs.", en: "The day the references were checked."))
  private static let backgroundOn = Option.optional(
    "background-checked-on", .date,
    help: Text(
      sv: "Dagen då bakgrunden kontrollerades; aldrig vad kontrollen visade.",
      en: "The day the background was checked; never what the check found."))

  static let enrol = Command.act(
    "enrol",
    abstract: Text(sv: "Anta en deltagare till SM eller RJ.", en: "Enrol a participant in SM or RJ."),
    discussion: Text(
      sv: "TR har ingen antagning. En antagning som finns fylls i med det som saknas.",
      en: "TR enrols nobody. An enrolment that exists is filled in with what it lacks."),
    parameters: [
      Common.person, Common.programme, startedOn, ownProvider, profession, verifiedOn, employer,
      fullTimeShare,
      referencesOn, backgroundOn,
    ],
    examples: [
      "trygg training enrol --person 19910101-2392 --programme SM --started-on 2027-01-11 --fte 0,5",
      """
      trygg training enrol --person 19910102-2383 --programme RJ --started-on 2027-02-01 --profession socionom \
      --profession-verified-on 2027-01-15
      """,
    ]
  ) { session in
    let invocation = session.invocation
    let number = try invocation[Common.person].number(session, option: "--person")
    let programme = invocation[Common.programme]
    let day = invocation[startedOn] ?? session.now.day
    let (isNew, notes) = try session.registry().enrol(
      number, in: programme, startedOn: day,
      EnrolmentFacts(
        profession: invocation[profession], professionVerifiedOn: invocation[verifiedOn],
        employer: invocation[employer], fullTimeShare: invocation[fullTimeShare],
        referencesCheckedOn: invocation[referencesOn], backgroundCheckedOn: invocation[backgroundOn]),
      provider: invocation[ownProvider])
    try session.answer([
      "person": .string(number.masked), "programme": .string(programme.rawValue),
      "startedOn": .string("\(day)"), "changed": .bool(isNew), "notes": session.wording.json(notes),
    ]) {
      let what = "\(number.masked), \(programme.rawValue)"
      try session.print(
        isNew
          ? session.say(sv: "\(what): antagen från \(day).", en: "\(what): enrolled from \(day).")
          : EntryResult.unchanged.sentence(what, session))
      session.note(notes)
    }
  }

  static let withdraw = Command.act(
    "withdraw",
    abstract: Text(
      sv: "Avsluta en antagning. Dagen är den sista då pass räknas.",
      en: "End an enrolment. The day is the last on which sessions count."),
    parameters: [Common.person, Common.programme, Common.on, Common.reason],
    examples: ["trygg training withdraw --person 19910101-2392 --programme SM --on 2027-02-28"]
  ) { session in
    let invocation = session.invocation
    let number = try invocation[Common.person].number(session, option: "--person")
    let day = invocation[Common.on] ?? session.now.day
    try session.registry().withdrawEnrolment(
      of: number, in: invocation[Common.programme], on: day, reason: invocation[Common.reason])
    try session.confirm(true, masked: number)
  }

  private static let hours = Option.required(
    "hours", .integer,
    help: Text(sv: "Timmarna som ska räknas; 0 tar tillbaka.", en: "The hours that count; 0 takes them back.")
  )
  private static let basis = Option.required(
    "basis", .text, help: Text(sv: "Beslutet.", en: "The decision."))

  static let credit = Command.act(
    "credit",
    abstract: Text(
      sv: "Besluta att tidigare utbildning räknas i en modul, aldrig i praktik.",
      en: "Decide that prior learning counts in a module, never in practice."),
    parameters: [Common.person, Common.programme, module, hours, basis],
    examples: [
      "trygg training credit --person 19910101-2392 --programme SM --module JUR --hours 10 --basis \"Beslut 2027:4\""
    ]
  ) { session in
    let invocation = session.invocation
    let number = try invocation[Common.person].number(session, option: "--person")
    try session.registry().creditPriorLearning(
      of: number, in: invocation[Common.programme], module: invocation[module].uppercased(),
      hours: invocation[hours], basis: invocation[basis])
    try session.confirm(true, masked: number)
  }
}
