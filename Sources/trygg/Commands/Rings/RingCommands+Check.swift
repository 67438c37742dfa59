import CommandLine
import Identity
import Operations
import Register

extension RingCommands {
  static let check = Command.act(
    "check",
    abstract: Text(
      sv: "Visa hur en ring uppfyller det som väntas av den under ett år.",
      en: "Show how a ring keeps what is expected of it in a year."),
    discussion: Text(
      sv: "Det är uppföljning. Inget av det ändrar vad deltagarna får.",
      en: "This is supervision. Nothing of it changes what the members get."),
    parameters: [Common.ring, Common.year], examples: ["trygg ring check --ring TR-1280-0001 --year 2027"]
  ) { session in
    let check = try session.registry().checkRing(
      session.invocation[Common.ring], year: session.invocation[Common.year])
    try session.answer(check.json) { try check.print(session) }
  }
}

extension RingCheck {
  fileprivate var json: JSON {
    var members: [JSON.Member] = [
      .init("ring", .string("\(ring.number)")), .init("year", .integer(year)),
      .init("state", .string(state.rawValue)), .init("registered", .bool(followUp != nil)),
      .init("contactPerson", .bool(hasContact)), .init("memberListMissing", .bool(isListMissing)),
    ]
    if let followUp {
      members += [
        .init("on", .string("\(followUp.day)")),
        .init("households", JSON(showsHouseholds ? followUp.households : nil)),
        .init("activeHouseholds", JSON(showsHouseholds ? followUp.activeHouseholds : nil)),
        .init("activeShareMinimum", .string("\(rule.activeShare.value)")),
        .init("flags", .array(followUp.isUnderCriticalMass ? ["under_kritisk_massa"] : [])),
        .init("size", .string(followUp.size.rawValue)),
        .init("sizeMinimum", .integer(rule.sizeMinimum.value)),
        .init("sizeMaximum", .integer(rule.sizeMaximum.value)),
        .init(
          "quarters",
          .array(
            followUp.policeQuarters.enumerated().map {
              ["quarter": .integer($0 + 1), "policeContact": .string($1.rawValue)]
            })),
      ]
    }
    return .object(members)
  }

  fileprivate func print(_ session: Session) throws {
    let wording = session.wording
    var listing = Listing()
    listing.append("Ring", "\(ring.number) \(ring.application.name)")
    listing.append(session.say(sv: "År", en: "Year"), "\(year)")
    listing.append(
      session.say(sv: "Kontaktperson", en: "Contact person"),
      hasContact
        ? session.say(sv: "finns", en: "present")
        : session.say(
          sv: "saknas; utse en med trygg ring contact", en: "missing; appoint one with trygg ring contact"))
    listing.append(
      session.say(sv: "Deltagarlista", en: "Participant list"),
      isListMissing
        ? session.say(
          sv: "saknas; läs in den med trygg import members",
          en: "missing; import it with trygg import members")
        : session.say(sv: "finns", en: "present"))
    guard let followUp else {
      try session.invocation.output.print(listing)
      return try session.print(
        session.say(
          sv: "Ringen var inte registrerad under \(year), så inget mer följs upp.",
          en: "The ring was not registered in \(year), so nothing more is followed up."))
    }
    let hidden = session.say(sv: "(dolt)", en: "(hidden)")
    let active = showsHouseholds ? "\(followUp.activeHouseholds)" : hidden
    let households = showsHouseholds ? "\(followUp.households)" : hidden
    listing.append(
      session.say(sv: "Aktiva hushåll", en: "Active households"),
      session.say(
        sv: "\(active) av \(households) den \(followUp.day); minst \(rule.activeShare.value) väntas",
        en: "\(active) of \(households) on \(followUp.day); at least \(rule.activeShare.value) is expected")
        + (followUp.isUnderCriticalMass ? " – " + wording.text("under_kritisk_massa") : ""))
    listing.append(
      session.say(sv: "Storlek", en: "Size"),
      wording.text(followUp.size.rawValue) + " (\(rule.sizeMinimum.value)–\(rule.sizeMaximum.value))")
    for (index, quarter) in followUp.policeQuarters.enumerated() {
      listing.append(
        session.say(sv: "Kontaktpolis kv. \(index + 1)", en: "Contact police Q\(index + 1)"),
        wording.text(quarter.rawValue))
    }
    try session.invocation.output.print(listing)
  }
}
