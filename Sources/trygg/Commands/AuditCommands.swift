import CommandLine
import Operations
import Register

enum AuditCommands {
  static let group = Command(
    "audit", abstract: Text(sv: "Loggen över allt som görs.", en: "The log of everything that is done."),
    subcommands: [list, verify])

  private static let from = Option.optional(
    "from", .date, help: Text(sv: "Första dagen.", en: "The first day."))
  private static let to = Option.optional("to", .date, help: Text(sv: "Sista dagen.", en: "The last day."))
  private static let act = Option.optional(
    "act", .text,
    help: Text(
      sv: "Vad som gjordes, ring.add eller hela gruppen ring.",
      en: "What was done, ring.add or the group ring."))
  private static let by = Option.optional(
    "by", .text, help: Text(sv: "Vem som gjorde det.", en: "Who did it."))
  private static let subject = Option.optional(
    "subject", .text,
    help: Text(
      sv: "Vad det gällde: ring, sammankomst, handling.",
      en: "What it was about: a ring, an occasion, a document."))
  private static let refused = Option.flag(
    "refused", help: Text(sv: "Bara försök som inte tilläts.", en: "Only attempts that were refused."))
  private static let limit = Option.defaulting(
    "limit", .integer, to: "50",
    help: Text(sv: "Högst så många, de senaste.", en: "At most that many, the latest."))

  private static let list = Command.act(
    "list",
    abstract: Text(
      sv: "Visa poster i loggen. Läsningen loggas.", en: "Show entries of the log. The reading is logged."),
    parameters: [from, to, act, by, subject, refused, limit],
    examples: [
      "trygg audit list --refused", "trygg audit list --act person --from 2027-03-01 --to 2027-03-31",
    ]
  ) { session in
    let invocation = session.invocation
    var query = AuditQuery()
    query.from = invocation[from]
    query.to = invocation[to]
    query.act = invocation[act]
    query.actor = invocation[by]
    query.subject = invocation[subject]
    query.refusedOnly = invocation[refused]
    let (lines, total) = try session.registry().listAudit(query, last: max(0, invocation[limit]))
    try session.answer(["total": .integer(total), "entries": .array(lines.map(\.json))]) {
      var table = Table([
        .number(session.say(sv: "Post", en: "Entry")), .text(session.say(sv: "Tid", en: "Time")),
        .text(session.say(sv: "Vem", en: "Who")), .text(session.say(sv: "Vad", en: "What")),
        .text(session.say(sv: "Utfall", en: "Outcome")), .text(session.say(sv: "Gäller", en: "About")),
        .text(session.say(sv: "Uppgifter", en: "Facts")),
      ])
      for line in lines {
        table.append([
          String(line.number), String(line.at.description.prefix(16)), "\(line.actor) (\(line.role))",
          line.act,
          session.word(forOutcome: line.outcome), line.subject ?? "", line.detail == "{}" ? "" : line.detail,
        ])
      }
      try invocation.output.print(table)
      guard total > lines.count else { return }
      invocation.output.note(
        session.say(
          sv: "De senaste \(lines.count) av \(total) poster. Visa fler med --limit.",
          en: "The latest \(lines.count) of \(total) entries. Show more with --limit."))
    }
  }

  private static let head = Option.optional(
    "head", .text,
    help: Text(
      sv: "En slutpost som har förvarats på annan plats.", en: "A head that has been kept elsewhere."))

  private static let verify = Command(
    "verify",
    abstract: Text(
      sv: "Läs hela loggen och namnge varje post som ändrats, tagits bort eller flyttats.",
      en: "Read the whole log and name every entry that was changed, removed or moved."),
    discussion: Text(
      sv:
        "Skriv upp slutposten på annan plats: mot den syns också en logg vars slut har kapats tillsammans med slutposten.",
      en: "Keep the head elsewhere: against it even a log shows whose end was cut off together with its head."
    ),
    parameters: [head], examples: ["trygg audit verify", "trygg audit verify --head \"$(cat slutpost.txt)\""]
  ) { invocation in
    let session = Session(invocation)
    let verdict = try session.registry().verifyAudit(against: invocation[head])
    try session.answer(verdict.json(session.wording)) { try verdict.print(session) }
    return verdict.faultCount == 0 ? .done : .refused
  }
}

extension AuditLine {
  fileprivate var json: JSON {
    [
      "entry": .integer(number), "at": .string(at.description), "actor": .string(actor),
      "role": .string(role),
      "act": .string(act), "outcome": .string(outcome), "subject": JSON(subject), "detail": .string(detail),
      "personId": JSON(person.map { Int($0.value) }), "reason": JSON(reason),
    ]
  }
}

extension AuditVerdict {
  fileprivate func json(_ wording: Wording) -> JSON {
    [
      "sound": .bool(faultCount == 0), "entries": .integer(entryCount), "redacted": .integer(redactedCount),
      "unsigned": .integer(unsignedCount), "head": JSON(head), "faultCount": .integer(faultCount),
      "faults": .array(
        faults.map { fault in
          [
            "entry": .integer(fault.entry), "code": .string(fault.code),
            "message": .string(wording.text(fault.code, ["entry": .count(fault.entry)])),
          ]
        }),
    ]
  }

  fileprivate func print(_ session: Session) throws {
    for fault in faults {
      try session.print(session.wording.sentence(code: fault.code, facts: ["entry": .count(fault.entry)]))
    }
    if faultCount > faults.count {
      let rest = faultCount - faults.count
      try session.print(session.say(sv: "… och \(rest) fel till.", en: "… and \(rest) more faults."))
    }
    try session.print(
      faultCount == 0
        ? session.say(
          sv: "Loggen är hel. Poster: \(entryCount).", en: "The log is sound. Entries: \(entryCount).")
        : session.say(
          sv: "Loggen är inte hel. Poster: \(entryCount), fel: \(faultCount).",
          en: "The log is not sound. Entries: \(entryCount), faults: \(faultCount)."))
    if let head {
      try session.print(session.say(sv: "Slutpost: \(head)", en: "Head: \(head)"))
    }
  }
}

extension Session {
  /// How an act ended, in words.
  func word(forOutcome outcome: String) -> String {
    switch outcome {
    case "done": say(sv: "gjort", en: "done")
    case "read": say(sv: "läst", en: "read")
    default: say(sv: "ej tillåtet", en: "refused")
    }
  }

  /// What an act is, in words; one that has none stands by its code.
  func word(forAct act: String) -> String {
    let text = wording.text("act.\(act)")
    return text.hasPrefix("act.") ? act : text
  }
}
