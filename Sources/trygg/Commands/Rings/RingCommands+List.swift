import CommandLine
import Identity
import Operations
import Register

extension RingCommands {
  private static let municipality = Option.optional(
    "municipality", .municipality,
    help: Text(sv: "Kommun, kod eller namn.", en: "Municipality, code or name."))
  private static let county = Option.optional(
    "county", .county, help: Text(sv: "Län, kod eller namn.", en: "County, code or name."))
  private static let state = Option.optional(
    "state", .choice(RingState.self), help: Text(sv: "Läge.", en: "State."))
  private static let name = Option.optional(
    "name", .text, help: Text(sv: "Del av namnet.", en: "Part of the name."))
  private static let text = Option.optional(
    "text", .text,
    help: Text(
      sv: "Del av nummer, namn, adress, lokal, kommun eller län.",
      en: "Part of the number, name, address, venue, municipality or county."))
  private static let limit = Option.defaulting(
    "limit", .integer, to: "50", help: Text(sv: "Högst så många.", en: "At most that many."))
  private static let offset = Option.defaulting(
    "offset", .integer, to: "0", help: Text(sv: "Hoppa över så många.", en: "Skip that many."))

  static let list = Command.act(
    "list", abstract: Text(sv: "Lista ringar.", en: "List rings."),
    parameters: [municipality, county, state, name, text, limit, offset],
    examples: ["trygg ring list --county 12 --state registrerad", "trygg ring list --text centrum"]
  ) { session in
    let invocation = session.invocation
    var filter = RingFilter()
    filter.municipality = invocation[municipality]
    filter.county = invocation[county]
    filter.state = invocation[state]
    filter.name = invocation[name]
    filter.text = invocation[text]
    let (rings, total) = try session.registry().listRings(
      filter, limit: invocation[limit], offset: invocation[offset])
    try session.answer([
      "total": .integer(total),
      "rings": .array(
        rings.map { ring in
          [
            "ring": .string("\(ring.number)"), "name": .string(ring.name),
            "state": .string(ring.state.rawValue),
            "since": .string("\(ring.since)"), "members": JSON(ring.members),
          ]
        }),
    ]) {
      var table = Table([
        .text("Ring"), .text(session.say(sv: "Namn", en: "Name")),
        .text(session.say(sv: "Läge", en: "State")),
        .text(session.say(sv: "Sedan", en: "Since")), .number(session.say(sv: "Deltagare", en: "Members")),
      ])
      for ring in rings {
        table.append([
          "\(ring.number)", ring.name, session.wording.text(ring.state.rawValue), "\(ring.since)",
          ring.members.map(String.init) ?? "–",
        ])
      }
      try invocation.output.print(table)
      if total > rings.count {
        invocation.output.note(
          session.say(
            sv: "\(rings.count) av \(total) ringar. Visa fler med --offset, eller sök smalare.",
            en: "\(rings.count) of \(total) rings. Show more with --offset, or narrow the search."))
      }
    }
  }
}
