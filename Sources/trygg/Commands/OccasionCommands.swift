import CommandLine
import Identity
import Operations
import Register

enum OccasionCommands {
  static let group = Command(
    "occasion", abstract: Text(sv: "Möten och aktiviteter.", en: "Meetings and activities."),
    subcommands: [add, cancel, list])

  private static let kind = Option.required(
    "kind", .choice(OccasionKind.self), help: Text(sv: "Möte eller aktivitet.", en: "Meeting or activity."))
  private static let type = Option.optional(
    "type", .choice(OccasionType.self), help: Text(sv: "Aktivitetens art.", en: "What kind of activity."))
  private static let startsAt = Option.required(
    "starts-at", .moment, help: Text(sv: "När den börjar, svensk tid.", en: "When it starts, Swedish time."))
  private static let endsAt = Option.optional(
    "ends-at", .moment, help: Text(sv: "När den slutar.", en: "When it ends."))
  private static let calledOn = Option.optional(
    "called-on", .date, help: Text(sv: "Dagen då kallelsen gick ut.", en: "The day the call went out."),
    absence: Common.today)
  private static let roster = Option.repeated(
    "roster", .person,
    help: Text(
      sv: "En deltagare som är uttagen till en aktivitet; utan flaggan kallas alla.",
      en: "A member on the roster of an activity; without the option all are called."))
  private static let police = Option.optional(
    "police-present", .yesNo,
    help: Text(sv: "Om kontaktpolisen var med.", en: "Whether the contact police officer was present."))

  private static let add = Command.act(
    "add",
    abstract: Text(
      sv: "Kalla till en sammankomst, eller ändra en som inte har börjat.",
      en: "Call an occasion, or change one that has not started."),
    parameters: [
      Common.ring, Common.occasion, kind, type, startsAt, endsAt, calledOn, roster, police, Common.reason,
    ],
    examples: [
      """
      trygg occasion add --ring TR-1280-0001 --occasion A01 --kind meeting --starts-at 2027-02-02T18:00 \
      --called-on 2027-01-20
      """
    ]
  ) { session in
    let invocation = session.invocation
    let called = try invocation[roster].map { try $0.number(session, option: "--roster") }
    let plan = OccasionPlan(
      key: invocation[Common.occasion], kind: invocation[kind], type: invocation[type],
      startsAt: invocation[startsAt], endsAt: invocation[endsAt],
      calledOn: invocation[calledOn] ?? session.now.day, called: called.isEmpty ? .all : .roster, status: nil,
      policePresent: invocation[police])
    let (result, notes) = try session.registry().addOccasion(
      plan, of: invocation[Common.ring], roster: called, reason: invocation[Common.reason])
    try session.answer([
      "occasion": .string(plan.key), "result": .string(result.name),
      "notes": session.wording.json(notes),
    ]) {
      try session.print(result.sentence(plan.key, session))
      session.note(notes)
      guard result == .stored else { return }
      session.next("trygg attendance record --occasion \(plan.key) …")
    }
  }

  private static let cancel = Command.act(
    "cancel",
    abstract: Text(
      sv: "Ställ in en sammankomst. Den räknas då inte för någon.",
      en: "Cancel an occasion. It then counts for nobody."),
    parameters: [Common.occasion, Common.reason], examples: ["trygg occasion cancel --occasion A07"]
  ) { session in
    let key = session.invocation[Common.occasion]
    let isNew = try session.registry().cancelOccasion(key, reason: session.invocation[Common.reason])
    try session.answer(["occasion": .string(key), "changed": .bool(isNew)]) {
      try session.print(
        isNew
          ? session.say(sv: "\(key) är inställd.", en: "\(key) is cancelled.")
          : session.say(sv: "\(key) var redan inställd.", en: "\(key) was cancelled already."))
    }
  }

  private static let year = Option.optional(
    "year", .year, help: Text(sv: "Bara ett kalenderår.", en: "Only one calendar year."))

  private static let list = Command.act(
    "list", abstract: Text(sv: "Lista en rings sammankomster.", en: "List the occasions of a ring."),
    parameters: [Common.ring, year], examples: ["trygg occasion list --ring TR-1280-0001 --year 2027"]
  ) { session in
    let invocation = session.invocation
    let occasions = try session.registry().listOccasions(of: invocation[Common.ring], year: invocation[year])
    try session.answer([
      "ring": .string("\(invocation[Common.ring])"), "occasions": .array(occasions.map(\.plan.json)),
    ]) {
      let wording = session.wording
      var table = Table([
        .text(session.say(sv: "Sammankomst", en: "Occasion")), .text(session.say(sv: "Slag", en: "Kind")),
        .text(session.say(sv: "Art", en: "Type")), .text(session.say(sv: "Början", en: "Start")),
        .text(session.say(sv: "Kallad", en: "Called on")), .text(session.say(sv: "Vilka", en: "Who")),
        .text(session.say(sv: "Status", en: "Status")), .text(session.say(sv: "Polis", en: "Police")),
      ])
      for occasion in occasions {
        let plan = occasion.plan
        table.append([
          plan.key, wording.text(plan.kind.rawValue), plan.type.map { wording.text($0.rawValue) } ?? "",
          plan.startsAt.atMinute, "\(plan.calledOn)", wording.text(plan.called.rawValue),
          plan.status.map { wording.text($0.rawValue) } ?? "",
          plan.policePresent == true ? session.say(sv: "ja", en: "yes") : "",
        ])
      }
      try invocation.output.print(table)
    }
  }
}

extension OccasionPlan {
  fileprivate var json: JSON {
    [
      "occasion": .string(key), "kind": .string(kind.rawValue), "type": JSON(type?.rawValue),
      "startsAt": .string("\(startsAt)"), "endsAt": JSON(endsAt?.description),
      "calledOn": .string("\(calledOn)"), "called": .string(called.rawValue),
      "status": JSON(status?.rawValue),
      "policePresent": policePresent.map(JSON.bool) ?? .null,
    ]
  }
}

extension EntryResult {
  /// The result as programs read it.
  var name: String {
    switch self {
    case .stored: "stored"
    case .unchanged: "unchanged"
    case .corrected: "corrected"
    }
  }

  /// The result as a person reads it.
  func sentence(_ what: String, _ session: Session) -> String {
    switch self {
    case .stored: session.say(sv: "\(what): sparat.", en: "\(what): stored.")
    case .unchanged:
      session.say(
        sv: "\(what): ingen ändring, det stod redan så.", en: "\(what): no change, it stood so already.")
    case .corrected: session.say(sv: "\(what): ändrat.", en: "\(what): changed.")
    }
  }
}

extension Moment {
  /// The moment as a table shows it, `2027-02-02 18:00`.
  var atMinute: String {
    let (hour, minute) = clock
    return "\(day) \(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
  }
}
