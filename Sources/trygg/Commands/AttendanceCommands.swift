import CommandLine
import Identity
import Operations
import Register

enum AttendanceCommands {
  static let group = Command(
    "attendance", abstract: Text(sv: "Närvaro.", en: "Attendance."),
    discussion: Text(
      sv: "Den som är kallad och inte antecknas räknas som frånvarande.",
      en: "Whoever is called and not recorded counts as absent."),
    subcommands: [record, attest, correct, list])

  private static let person = Option.optional(
    "person", .person,
    help: Text(sv: "Deltagarens personnummer.", en: "The member's identity number."))
  private static let alias = Option.optional(
    "alias", .text,
    help: Text(
      sv: "Deltagarens alias, i stället för numret.", en: "The member's alias, instead of the number."))
  private static let status = Option.required(
    "status", .choice(AttendanceStatus.self),
    help: Text(
      sv: "Närvarande, anmäld frånvaro eller frånvarande. Orsaken antecknas aldrig.",
      en: "Present, excused or absent. The cause is never recorded."))
  private static let attestedBy = Option.optional(
    "attested-by", .person,
    help: Text(
      sv: "En annan deltagare som intygar närvaron; krävs för kontaktpersonens egen.",
      en: "Another member who attests it; needed for the contact person's own."))

  private static let record = entry(
    "record", abstract: Text(sv: "Anteckna en deltagares närvaro.", en: "Record a member's attendance."),
    example: "trygg attendance record --occasion A01 --person 19850709-2388 --status present")

  private static let correct = entry(
    "correct",
    abstract: Text(
      sv: "Rätta en närvaro med en ny anteckning; den gamla står kvar. Efter låsningen krävs ett skäl.",
      en: "Correct an entry with a new one; the old one stays. After the lock a reason is needed."),
    example:
      "trygg attendance correct --occasion A09 --person - --status absent --reason \"Felskriven lista.\"")

  private static func entry(_ name: String, abstract: Text, example: String) -> Command {
    Command.act(
      name, abstract: abstract,
      parameters: [Common.occasion, person, alias, status, attestedBy, Common.reason],
      examples: [Example(example)]
    ) { session in
      let invocation = session.invocation
      let key = invocation[Common.occasion]
      let (member, shown) = try named(session)
      let (result, needsAttester) = try session.registry().recordAttendance(
        of: member, at: key, invocation[status],
        attestedBy: try invocation[attestedBy]?.number(session, option: "--attested-by"),
        reason: invocation[Common.reason])
      try session.answer([
        "occasion": .string(key), "member": .string(shown), "status": .string(invocation[status].rawValue),
        "result": .string(result.name), "needsAttester": .bool(needsAttester),
      ]) {
        try session.print(
          result.sentence("\(key), \(shown), \(session.wording.text(invocation[status].rawValue))", session))
        guard needsAttester else { return }
        session.hint(
          sv: "Kontaktpersonens egen närvaro ska intygas av en annan deltagare.",
          en: "The contact person's own presence needs the word of another member.")
        session.next("trygg attendance attest --occasion \(key) --person … --by …")
      }
    }
  }

  /// The member as named, and as the answer may show it.
  private static func named(_ session: Session) throws -> (NamedMember, String) {
    let invocation = session.invocation
    switch (invocation[person], invocation[alias]) {
    case (let word?, nil):
      let number = try word.number(session, option: "--person")
      return (.number(number), number.masked)
    case (nil, let alias?): return (.alias(alias), alias)
    case (nil, nil): throw UsageError.missing([person.declaration])
    default: throw UsageError.conflict(person.declaration, alias.declaration)
    }
  }

  private static let by = Option.required(
    "by", .person,
    help: Text(sv: "Deltagaren som intygar.", en: "The member who attests."))

  private static let attest = Command.act(
    "attest",
    abstract: Text(
      sv: "Intyga en närvaro som är antecknad.", en: "Attest an attendance that is recorded."),
    parameters: [Common.occasion, Common.person, by, Common.reason],
    examples: ["trygg attendance attest --occasion A01 --person 19750107-9292 --by 19850709-2388"]
  ) { session in
    let invocation = session.invocation
    let key = invocation[Common.occasion]
    let number = try invocation[Common.person].number(session, option: "--person")
    let result = try session.registry().attestAttendance(
      of: number, at: key, by: try invocation[by].number(session, option: "--by"),
      reason: invocation[Common.reason])
    try session.answer([
      "occasion": .string(key), "member": .string(number.masked), "result": .string(result.name),
    ]) {
      try session.print(result.sentence("\(key), \(number.masked)", session))
    }
  }

  private static let list = Command.act(
    "list",
    abstract: Text(
      sv: "Lista alla kallade till en sammankomst med deras närvaro. Läsningen loggas.",
      en: "List everyone called to an occasion with their attendance. The reading is logged."),
    parameters: [Common.occasion], examples: ["trygg attendance list --occasion A01"]
  ) { session in
    let key = session.invocation[Common.occasion]
    let listed = try session.registry().listAttendance(at: key)
    try session.answer([
      "occasion": .string(key), "attendance": .array(listed.map(\.json)),
    ]) {
      var table = Table([
        .text("Alias"), .text(session.say(sv: "Namn", en: "Name")),
        .text(session.say(sv: "Nummer", en: "Number")), .text(session.say(sv: "Närvaro", en: "Attendance")),
        .text(session.say(sv: "Intyg", en: "Attested")), .number(session.say(sv: "Rättad", en: "Corrected")),
      ])
      for entry in listed {
        let status = entry.status.map { session.wording.text($0.rawValue) }
        table.append([
          entry.member.alias ?? "", entry.member.name ?? entry.member.neutralName(session),
          entry.member.number?.masked ?? "",
          status ?? session.say(sv: "inte antecknad", en: "not recorded"),
          entry.isAttested ? session.say(sv: "ja", en: "yes") : "",
          entry.corrections > 0 ? "\(entry.corrections)" : "",
        ])
      }
      try session.invocation.output.print(table)
    }
  }
}

extension ListedAttendance {
  fileprivate var json: JSON {
    var members: [JSON.Member] = []
    if let number = member.number { members.append(.init("person", .string(number.masked))) }
    if let name = member.name { members.append(.init("name", .string(name))) }
    if let number = member.neutralNumber { members.append(.init("personId", .integer(number))) }
    return .object(
      members + [
        .init("alias", JSON(member.alias)), .init("contact", .bool(member.isContact)),
        .init("status", JSON(status?.rawValue)), .init("attested", .bool(isAttested)),
        .init("corrections", .integer(corrections)),
      ])
  }
}
