import CommandLine
import Identity
import Operations
import Register

extension ListedSession {
  private var minutes: Int { Moment.minutes(from: session.startsAt, to: session.endsAt) }

  func json(_ wording: Wording) -> JSON {
    [
      "reference": .string(session.reference), "provider": .string(provider.number.hyphenated),
      "programme": .string(session.programme), "module": .string(session.module),
      "startsAt": .string("\(session.startsAt)"), "endsAt": .string("\(session.endsAt)"),
      "minutes": .integer(minutes), "credited": .bool(notes.isEmpty), "notes": wording.json(notes),
    ]
  }

  fileprivate func cells(_ session: Session) -> [String] {
    [
      self.session.reference, provider.name, self.session.programme, self.session.module,
      self.session.startsAt.atMinute, "\(minutes)",
      notes.isEmpty
        ? session.say(sv: "ja", en: "yes")
        : session.say(sv: "nej: ", en: "no: ") + notes.map(\.code.rawValue).joined(separator: " "),
    ]
  }
}

extension [ListedSession] {
  func print(_ session: Session) throws {
    var table = Table([
      .text(session.say(sv: "Referens", en: "Reference")),
      .text(session.say(sv: "Anordnare", en: "Provider")),
      .text(session.say(sv: "Program", en: "Programme")), .text(session.say(sv: "Modul", en: "Module")),
      .text(session.say(sv: "Början", en: "Start")), .number(session.say(sv: "Minuter", en: "Minutes")),
      .text(session.say(sv: "Räknas", en: "Counts")),
    ])
    for row in self { table.append(row.cells(session)) }
    try session.invocation.output.print(table)
    session.note(Array<Refusal>(Set(flatMap(\.notes))))
  }
}

extension ListedEnrolment {
  var json: JSON {
    let facts = enrolment.facts
    return [
      "person": .string(person.number.masked), "name": .string(person.details.fullName),
      "programme": .string(enrolment.programme.rawValue), "startedOn": .string("\(enrolment.startedOn)"),
      "withdrawnOn": JSON(enrolment.withdrawnOn?.description), "provider": JSON(provider?.number.hyphenated),
      "profession": JSON(facts.profession?.rawValue),
      "professionVerifiedOn": JSON(facts.professionVerifiedOn?.description), "employer": JSON(facts.employer),
      "fte": JSON(facts.fullTimeShare?.description),
      "referencesCheckedOn": JSON(facts.referencesCheckedOn?.description),
      "backgroundCheckedOn": JSON(facts.backgroundCheckedOn?.description),
    ]
  }
}

extension [ListedEnrolment] {
  func print(_ session: Session) throws {
    var table = Table([
      .text(session.say(sv: "Nummer", en: "Number")), .text(session.say(sv: "Namn", en: "Name")),
      .text(session.say(sv: "Program", en: "Programme")), .text(session.say(sv: "Från", en: "From")),
      .text(session.say(sv: "Till", en: "To")), .text(session.say(sv: "Anordnare", en: "Provider")),
      .text(session.say(sv: "Arbetsgivare", en: "Employer")),
    ])
    for row in self {
      table.append([
        row.person.number.masked, row.person.details.fullName, row.enrolment.programme.rawValue,
        "\(row.enrolment.startedOn)", row.enrolment.withdrawnOn?.description ?? "", row.provider?.name ?? "",
        row.enrolment.facts.employer ?? "",
      ])
    }
    try session.invocation.output.print(table)
  }
}
