import CommandLine
import Identity
import Operations
import Register

enum PersonCommands {
  static let group = Command(
    "person", abstract: Text(sv: "Personer i registret.", en: "Persons of the register."),
    subcommands: [add, show, link, protect, deceased, PersonExtractCommand.command])

  private static let given = Option.required(
    "given-name", .text, help: Text(sv: "Förnamn.", en: "Given names."))
  private static let family = Option.required(
    "family-name", .text, help: Text(sv: "Efternamn.", en: "Family name."))
  private static let bornOn = Option.optional(
    "born-on", .date,
    help: Text(
      sv: "Födelsedag, om den skiljer sig från numret.", en: "Birth date, where it differs from the number."))
  private static let level = Option.optional(
    "id-level", .choice(IdentityLevel.self),
    help: Text(
      sv: "Hur säkert en innehavare av samordningsnummer är identifierad.",
      en: "How surely a holder of a coordination number is identified."))

  private static let add = Command.act(
    "add", abstract: Text(sv: "Lägg till eller uppdatera en person.", en: "Add or update a person."),
    parameters: [
      Common.person, given, family, AddressOptions.street, AddressOptions.postcode, AddressOptions.city,
      bornOn, level,
    ],
    examples: [
      """
      trygg person add --person 19850709-2388 --given-name Eva --family-name Ek --street "Storgatan 1" \
      --postcode "211 42" --city Malmö
      """
    ]
  ) { session in
    let invocation = session.invocation
    let details = PersonDetails(
      givenName: invocation[given], familyName: invocation[family],
      address: try AddressOptions.address(invocation), bornOn: invocation[bornOn],
      identityLevel: invocation[level])
    let number = try invocation[Common.person].number(session, option: "--person")
    let isNew = try session.registry().addPerson(number, details)
    try session.confirm(isNew, masked: number)
  }

  private static let show = Command.act(
    "show",
    abstract: Text(
      sv: "Visa en person med ringar och uppdrag. Läsningen loggas.",
      en: "Show a person with rings and roles. The reading is logged."),
    parameters: [Common.person], examples: ["trygg person show --person -"]
  ) { session in
    let number = try session.invocation[Common.person].number(session, option: "--person")
    let overview = try session.registry().showPerson(number)
    try session.answer(overview.json(on: session.now.day)) { try overview.print(session) }
  }

  private static let to = Option.required(
    "to", .person,
    help: Text(sv: "Personnumret som tar över.", en: "The personal identity number that takes over."))

  private static let link = Command.act(
    "link",
    abstract: Text(
      sv: "Låt ett personnummer ta över efter ett samordningsnummer.",
      en: "Let a personal identity number take over from a coordination number."),
    parameters: [Common.person, to],
    examples: ["trygg person link --person 19850286-2397 --to 19850226-2383"]
  ) { session in
    let old = try session.invocation[Common.person].number(session, option: "--person")
    let new = try session.invocation[to].number(session, option: "--to")
    try session.confirm(try session.registry().linkPerson(old, to: new), masked: new)
  }

  private static let lift = Option.flag(
    "lift", help: Text(sv: "Ta bort skyddet i stället.", en: "Lift the protection instead."))

  private static let protect = Command.act(
    "protect",
    abstract: Text(
      sv: "Märk en person som skyddad och radera alla adresser.",
      en: "Mark a person as protected and erase every address."),
    parameters: [Common.person, lift], examples: ["trygg person protect --person -"]
  ) { session in
    let number = try session.invocation[Common.person].number(session, option: "--person")
    let isNew = try session.registry().protectPerson(number, !session.invocation[lift])
    try session.confirm(isNew, masked: number)
  }

  private static let deceased = Command.act(
    "deceased", abstract: Text(sv: "Anteckna ett dödsfall.", en: "Record a death."),
    parameters: [Common.person, Common.requiredDay, Common.reason],
    examples: ["trygg person deceased --person - --on 2027-09-20"]
  ) { session in
    let number = try session.invocation[Common.person].number(session, option: "--person")
    let rings = try session.registry().recordDeath(
      of: number, on: session.invocation[Common.requiredDay], reason: session.invocation[Common.reason])
    try session.answer([
      "person": .string(number.masked), "supervised": .array(rings.map { .string("\($0)") }),
    ]) {
      try session.print(session.say(sv: "Dödsfallet är antecknat.", en: "The death is recorded."))
      for ring in rings {
        try session.print(
          session.say(
            sv: "\(ring) saknar kontaktperson och står under tillsyn. Utse en ny med trygg ring contact.",
            en: "\(ring) has no contact person and is under supervision. Appoint one with trygg ring contact."
          ))
      }
    }
  }
}

/// The three options of a postal address, all of them or none.
enum AddressOptions {
  static let street = Option.optional("street", .text, help: Text(sv: "Gatuadress.", en: "Street."))
  static let postcode = Option.optional("postcode", .text, help: Text(sv: "Postnummer.", en: "Postcode."))
  static let city = Option.optional("city", .text, help: Text(sv: "Postort.", en: "City."))

  static func address(_ invocation: Invocation) throws -> PostalAddress? {
    let parts = (invocation[street], invocation[postcode], invocation[city])
    guard parts.0 != nil || parts.1 != nil || parts.2 != nil else { return nil }
    do throws(IdentityFault) {
      return try PostalAddress(street: parts.0 ?? "", postcode: parts.1 ?? "", city: parts.2 ?? "")
    } catch {
      throw BadArgument(Refusal(error, column: error == .postcode ? "--postcode" : "--street"))
    }
  }
}

extension PersonOverview {
  func json(on day: LocalDate) -> JSON {
    [
      "person": .string(person.number.masked), "personId": .integer(Int(person.id.value)),
      "givenName": .string(person.details.givenName), "familyName": .string(person.details.familyName),
      "bornOn": JSON(person.birthDate?.description),
      "deceasedOn": JSON(person.details.deceasedOn?.description),
      "protected": .bool(person.details.isProtected), "idLevel": JSON(person.details.identityLevel?.rawValue),
      "memberships": membershipsJSON, "communityMediator": .bool(isMediator(on: day)),
      "certificates": .array(
        certificates.map {
          [
            "number": .string("\($0.number)"), "programme": .string($0.programme.rawValue),
            "issuedOn": .string("\($0.issuedOn)"), "standing": .string($0.standing(on: day).code),
          ]
        }),
    ]
  }

  var membershipsJSON: JSON {
    .array(
      memberships.map { row in
        [
          "ring": .string(row.ring.description), "name": .string(row.name),
          "joinedOn": .string(row.membership.joinedOn.description),
          "leftOn": JSON(row.membership.leftOn?.description), "primary": .bool(row.membership.isPrimary),
          "household": JSON(row.membership.household), "alias": JSON(row.membership.alias),
          "contact": .bool(row.isContact),
        ]
      })
  }

  func print(_ session: Session) throws {
    var listing = Listing()
    listing.append(session.say(sv: "Nummer", en: "Number"), person.number.long)
    listing.append(session.say(sv: "Namn", en: "Name"), person.details.fullName)
    if let address = person.details.address {
      listing.append(
        session.say(sv: "Adress", en: "Address"),
        "\(address.street), \(address.postcode.printed) \(address.city)")
    }
    if person.details.isProtected {
      listing.append(
        session.say(sv: "Skydd", en: "Protection"),
        session.say(sv: "skyddade personuppgifter", en: "protected identity"))
    }
    if let level = person.details.identityLevel {
      listing.append(session.say(sv: "Identitet", en: "Identity"), level.rawValue)
    }
    if let day = person.details.deceasedOn {
      listing.append(session.say(sv: "Avliden", en: "Deceased"), day.description)
    }
    for name in formerNames where name != person.details.fullName {
      listing.append(session.say(sv: "Tidigare namn", en: "Former name"), name)
    }
    for certificate in certificates {
      listing.append(
        session.say(sv: "Certifikat", en: "Certificate"),
        "\(certificate.programme.rawValue) \(certificate.number), \(certificate.standing(on: session.now.day).code)"
      )
    }
    if !certificates.isEmpty {
      listing.append(
        session.say(sv: "Samhällsmedlare", en: "Community mediator"),
        isMediator(on: session.now.day)
          ? session.say(sv: "ja", en: "yes") : session.say(sv: "nej", en: "no"))
    }
    try session.invocation.output.print(listing)
    var table = Table([
      .text("Ring"), .text(session.say(sv: "Namn", en: "Name")), .text(session.say(sv: "Från", en: "From")),
      .text(session.say(sv: "Till", en: "To")), .text(session.say(sv: "Hushåll", en: "Household")),
      .text("Alias"), .text(session.say(sv: "Uppdrag", en: "Role")),
    ])
    for row in memberships {
      let role = [
        row.membership.isPrimary ? session.say(sv: "huvudsaklig", en: "primary") : nil,
        row.isContact ? session.say(sv: "kontaktperson", en: "contact person") : nil,
      ].compactMap { $0 }.joined(separator: ", ")
      table.append([
        row.ring.description, row.name, row.membership.joinedOn.description,
        row.membership.leftOn?.description ?? "", row.membership.household ?? "", row.membership.alias ?? "",
        role,
      ])
    }
    if !memberships.isEmpty { try session.invocation.output.print(table) }
  }
}
