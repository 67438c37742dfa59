import CommandLine
import Identity
import Operations
import Register

enum MemberCommands {
  static let group = Command(
    "member", abstract: Text(sv: "Ringarnas deltagare.", en: "The rings' members."),
    subcommands: [add, end, list])

  private static let household = Option.optional(
    "household", .text,
    help: Text(sv: "Hushållets beteckning inom ringen.", en: "The household's label within the ring."),
    absence: Text(sv: "ett eget hushåll", en: "a household alone"))
  private static let leftOn = Option.optional(
    "left-on", .date, help: Text(sv: "Sista dagen, om den är känd.", en: "The last day, if it is known."))
  private static let primary = Option.optional(
    "primary", .yesNo,
    help: Text(
      sv: "Om ringen är personens huvudsakliga.", en: "Whether the ring is the person's primary one."),
    absence: Text(sv: "ja, om ingen annan är det", en: "yes, unless another is"))
  private static let alias = Option.optional(
    "alias", .text,
    help: Text(
      sv: "Namnet som andra deltagare känner personen vid.",
      en: "The name by which other members know the person."))

  private static let add = Command.act(
    "add", abstract: Text(sv: "Lägg till en deltagare i en ring.", en: "Add a member to a ring."),
    discussion: Text(
      sv: "Personen läggs först in med person add. Många på en gång läses in med trygg import members.",
      en: "The person is entered first with person add. Many at once are imported with trygg import members."),
    parameters: [Common.ring, Common.person, Common.on, household, alias, primary, leftOn, Common.reason],
    examples: [
      "trygg member add --ring TR-1280-0001 --person 19850709-2388 --household H12 --alias Blåklinten"
    ]
  ) { session in
    let invocation = session.invocation
    let number = try invocation[Common.person].number(session, option: "--person")
    let ring = invocation[Common.ring]
    let day = invocation[Common.on] ?? session.now.day
    let update = MemberUpdate(
      household: invocation[household], joinedOn: day, leftOn: invocation[leftOn],
      isPrimary: invocation[primary], alias: invocation[alias])
    try session.registry().addMember(number, to: ring, update, reason: invocation[Common.reason])
    try session.answer([
      "ring": .string("\(ring)"), "person": .string(number.masked), "joinedOn": .string("\(day)"),
    ]) {
      try session.print(
        session.say(
          sv: "\(number.masked) är deltagare i \(ring) från och med \(day).",
          en: "\(number.masked) is a member of \(ring) from \(day)."))
    }
  }

  private static let successor = Option.optional(
    "successor", .person,
    help: Text(
      sv: "Ny kontaktperson från dagen efter, om den som slutar är kontaktperson.",
      en: "The new contact person from the next day, if the one who leaves is the contact person."))

  private static let end = Command.act(
    "end",
    abstract: Text(
      sv: "Avsluta ett deltagande. Dagen är den sista.", en: "End a membership. The day is the last."),
    parameters: [Common.ring, Common.person, Common.on, successor, Common.reason],
    examples: ["trygg member end --ring TR-1280-0001 --person 19850709-2388 --on 2027-06-30"]
  ) { session in
    let invocation = session.invocation
    let number = try invocation[Common.person].number(session, option: "--person")
    let ring = invocation[Common.ring]
    let day = invocation[Common.on] ?? session.now.day
    try session.registry().endMember(
      number, of: ring, on: day,
      successor: try invocation[successor]?.number(session, option: "--successor"),
      reason: invocation[Common.reason])
    try session.answer([
      "ring": .string("\(ring)"), "person": .string(number.masked), "leftOn": .string("\(day)"),
    ]) {
      try session.print(
        session.say(
          sv: "\(number.masked) är deltagare i \(ring) till och med \(day).",
          en: "\(number.masked) is a member of \(ring) through \(day)."))
    }
  }

  private static let all = Option.flag(
    "all", help: Text(sv: "Ta med dem som har slutat.", en: "Include those who have left."))

  private static let list = Command.act(
    "list",
    abstract: Text(
      sv: "Lista en rings deltagare. Läsningen loggas.",
      en: "List the members of a ring. The reading is logged."),
    discussion: Text(
      sv: """
        Registratorn ser namn och nummer, kontaktpersonen namn och födelsedag, och en annan deltagare bara alias. Den som har \
        skyddade personuppgifter visas bara för registratorn, och för kontaktpersonen med sitt alias.

        Som sida eller PDF är listan en att ha framme på ett möte: den har bara alias.
        """,
      en: """
        The registrar sees names and numbers, the contact person names and birth dates, and another member only aliases. Whoever \
        has a protected identity is shown to the registrar alone, and to the contact person by the alias.

        As a page or PDF the list is one to lie open at a meeting: it has aliases alone.
        """),
    parameters: [Common.ring, Common.on, all, Common.reportForm, Common.out],
    examples: [
      "trygg member list --ring TR-1280-0001",
      "trygg member list --ring TR-1280-0001 --form pdf --out deltagare.pdf",
    ]
  ) { session in
    let invocation = session.invocation
    let day = invocation[Common.on] ?? session.now.day
    let registry = try session.registry()
    let members = try registry.listMembers(of: invocation[Common.ring], on: invocation[all] ? nil : day)
    try session.deliver(
      try members.participants(
        of: invocation[Common.ring], on: day, made: session.now.day, by: registry.keeperName()),
      as: invocation[Common.reportForm], to: invocation[Common.out]
    ) { try print(members, on: day, session) }
  }

  private static func print(_ members: [ListedMember], on day: LocalDate, _ session: Session) throws {
    try session.answer([
      "ring": .string("\(session.invocation[Common.ring])"), "members": .array(members.map(\.json)),
    ]) {
      guard !members.isEmpty else {
        return session.hint(
          sv: "Inga deltagare den \(day). Lägg till dem med trygg member add eller trygg import members.",
          en: "No members on \(day). Add them with trygg member add or trygg import members.")
      }
      try session.invocation.output.print(table(of: members, session))
    }
  }

  private static func table(of members: [ListedMember], _ session: Session) -> Table {
    var table = Table([
      .text("Alias"), .text(session.say(sv: "Namn", en: "Name")),
      .text(session.say(sv: "Nummer eller födelsedag", en: "Number or birth date")),
      .text(session.say(sv: "Hushåll", en: "Household")), .text(session.say(sv: "Från", en: "From")),
      .text(session.say(sv: "Till", en: "To")), .text(session.say(sv: "Anmärkning", en: "Remark")),
    ])
    for member in members {
      let remarks = [
        member.isContact ? session.say(sv: "kontaktperson", en: "contact person") : nil,
        member.isPrimary ? nil : session.say(sv: "inte huvudsaklig ring", en: "not the primary ring"),
        member.isProtected ? session.say(sv: "skyddad", en: "protected") : nil,
      ]
      table.append([
        member.alias ?? "", member.name ?? member.neutralName(session),
        member.number?.masked ?? member.birthDate?.description ?? "",
        member.household ?? "",
        "\(member.joinedOn)", member.leftOn?.description ?? "",
        remarks.compactMap { $0 }.joined(separator: ", "),
      ])
    }
    return table
  }
}

extension ListedMember {
  /// What a list calls a member whose name and alias it does not show.
  func neutralName(_ session: Session) -> String {
    neutralNumber.map { session.say(sv: "Deltagare \($0)", en: "Member \($0)") } ?? ""
  }

  /// The member as programs read it; what the actor may not see is not there at all.
  var json: JSON {
    var members: [JSON.Member] = []
    if let number { members.append(.init("person", .string(number.masked))) }
    if let name { members.append(.init("name", .string(name))) }
    if let birthDate { members.append(.init("bornOn", .string("\(birthDate)"))) }
    if let household { members.append(.init("household", .string(household))) }
    if let neutralNumber { members.append(.init("personId", .integer(neutralNumber))) }
    members += [
      .init("alias", JSON(alias)), .init("joinedOn", .string("\(joinedOn)")),
      .init("leftOn", JSON(leftOn?.description)), .init("primary", .bool(isPrimary)),
      .init("contact", .bool(isContact)),
    ]
    if number != nil { members.append(.init("protected", .bool(isProtected))) }
    return .object(members)
  }
}
