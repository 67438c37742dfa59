import CommandLine
import Identity
import Operations
import Register

extension RingCommands {
  static let show = Command.act(
    "show",
    abstract: Text(
      sv: "Visa en ring: ansökan, kontaktperson, beslut och startbidrag. Läsningen loggas.",
      en: "Show a ring: application, contact person, decisions and start grant. The reading is logged."),
    parameters: [Common.ring], examples: ["trygg ring show --ring TR-1280-0001"]
  ) { session in
    let overview = try session.registry().showRing(session.invocation[Common.ring])
    try session.answer(overview.json(session.wording)) { try overview.print(session) }
  }
}

extension RingOverview {
  fileprivate func json(_ wording: Wording) -> JSON {
    let application = ring.application
    return [
      "ring": .string("\(ring.number)"), "state": .string(state.rawValue),
      "name": .string(application.name), "municipality": .string(application.municipality.description),
      "street": JSON(application.address?.street), "postcode": JSON(application.address?.postcode.digits),
      "city": JSON(application.address?.city), "venue": JSON(application.venue),
      "interestedHouseholds": JSON(application.interestedHouseholds),
      "activeHouseholds": JSON(application.activeHouseholds),
      "appliedOn": .string("\(application.appliedOn)"), "registeredOn": JSON(ring.registeredOn?.description),
      "deregisteredOn": JSON(ring.deregisteredOn?.description),
      "deregistrationDecidedOn": JSON(ring.deregistration?.enteredOn?.description),
      "contact": contact.map {
        ["name": JSON($0.name), "person": JSON($0.number?.masked), "from": .string("\($0.from)")]
      } ?? .null,
      "members": JSON(members), "households": JSON(households),
      "grant": grant.map { ["amountKr": .integer($0.amount), "decidedOn": .string("\($0.decidedOn)")] }
        ?? .null,
      "events": .array(
        ring.events.map {
          [
            "state": .string($0.state.rawValue), "on": .string("\($0.day)"),
            "enteredOn": JSON($0.enteredOn?.description),
            "lastDay": JSON($0.lastDay?.description), "reason": JSON($0.reason), "actor": .string($0.actor),
          ]
        }),
      "missing": wording.json(missing),
    ]
  }

  fileprivate func print(_ session: Session) throws {
    try session.invocation.output.print(listing(session))
    try session.print("")
    var table = Table([
      .text(session.say(sv: "Gäller", en: "Day")), .text(session.say(sv: "Läge", en: "State")),
      .text(session.say(sv: "Införd", en: "Entered")),
      .text(session.say(sv: "Svar senast", en: "Answer by")), .text(session.say(sv: "Beslutad av", en: "By")),
      .text(session.say(sv: "Skäl", en: "Reason")),
    ])
    for event in ring.events {
      table.append([
        "\(event.day)", session.wording.text(event.state.rawValue), event.enteredOn?.description ?? "",
        event.lastDay?.description ?? "",
        event.actor, session.wording.reason(event.reason),
      ])
    }
    try session.invocation.output.print(table)
    if [.applied, .incomplete].contains(state) {
      try session.print("")
      try session.tellMissing(ring.number, missing)
    }
  }

  private func listing(_ session: Session) -> Listing {
    let application = ring.application
    let none = session.say(sv: "saknas", en: "missing")
    func shown(_ count: Int?) -> String {
      count.map(String.init) ?? session.say(sv: "(dolt)", en: "(hidden)")
    }
    var listing = Listing()
    listing.append("Ring", "\(ring.number)")
    listing.append(session.say(sv: "Namn", en: "Name"), application.name)
    listing.append(session.say(sv: "Läge", en: "State"), session.wording.text(state.rawValue))
    if let last = ring.deregistration {
      let decided = last.enteredOn?.description ?? ""
      listing.append(
        session.say(sv: "Avregistrering", en: "Deregistration"),
        session.say(
          sv: "beslutad \(decided), sista dagen \(last.day)", en: "decided \(decided), last day \(last.day)"))
    }
    listing.append(
      session.say(sv: "Kommun", en: "Municipality"),
      "\(application.municipality) \(application.municipality.name)")
    listing.append(
      session.say(sv: "Adress", en: "Address"),
      application.address.map { "\($0.street), \($0.postcode.printed) \($0.city)" } ?? none)
    listing.append(session.say(sv: "Lokal", en: "Venue"), application.venue ?? none)
    listing.append(
      session.say(sv: "Kontaktperson", en: "Contact person"),
      contact.map { contact in
        contact.name.map { [$0, contact.number?.masked].compactMap { $0 }.joined(separator: ", ") }
          ?? session.say(sv: "utsedd från \(contact.from)", en: "appointed from \(contact.from)")
      } ?? none)
    listing.append(
      session.say(sv: "Anmälda hushåll", en: "Declared households"),
      session.say(
        sv:
          "\(application.interestedHouseholds ?? 0) intresserade, \(application.activeHouseholds ?? 0) aktiva",
        en: "\(application.interestedHouseholds ?? 0) interested, \(application.activeHouseholds ?? 0) active"
      ))
    listing.append(
      session.say(sv: "Deltagare i dag", en: "Members today"),
      session.say(
        sv: "\(shown(members)) i \(shown(households)) hushåll",
        en: "\(shown(members)) in \(shown(households)) households"))
    listing.append(
      session.say(sv: "Startbidrag", en: "Start grant"),
      grant.map { "\(session.wording.amount($0.amount)), \($0.decidedOn)" }
        ?? session.say(sv: "inte beviljat", en: "not given"))
    return listing
  }
}
