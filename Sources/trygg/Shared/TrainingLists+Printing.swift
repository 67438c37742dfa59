import CommandLine
import Exchange
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
      "minutes": .integer(minutes), "credited": .bool(notes.isEmpty && history?.reversed == nil),
      "notes": wording.json(notes), "recorded": JSON(history?.recorded), "reversed": JSON(history?.reversed),
    ]
  }

  fileprivate func cells(_ session: Session) -> [String] {
    [
      self.session.reference, provider.name, self.session.programme, self.session.module,
      self.session.startsAt.atMinute, "\(minutes)",
      counts(session), history.map { "\($0.recorded.by) \($0.recorded.at.atMinute)" } ?? "",
    ]
  }
}

extension ListedSession {
  fileprivate func counts(_ session: Session) -> String {
    if let reversed = history?.reversed {
      return session.say(sv: "nej: tillbakataget av ", en: "no: taken back by ")
        + "\(reversed.by) \(reversed.at.atMinute)"
    }
    return notes.isEmpty
      ? session.say(sv: "ja", en: "yes")
      : session.say(sv: "nej: ", en: "no: ") + notes.map(\.code.rawValue).joined(separator: " ")
  }
}

extension JSON {
  fileprivate init(_ act: SessionHistory.Act?) {
    self = act.map { ["by": .string($0.by), "at": .string("\($0.at)")] } ?? .null
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
      .text(session.say(sv: "Redovisat av", en: "Recorded by")),
    ])
    for row in self { table.append(row.cells(session)) }
    try session.invocation.output.print(table)
    session.note(Array<Refusal>(Set(flatMap(\.notes))))
  }
}

extension ListedEnrolment {
  var json: JSON {
    guard case .object(let members) = enrolment.json else { return .null }
    return .object(
      [
        .init("person", .string(person.number.masked)), .init("name", .string(person.details.fullName)),
        .init("provider", JSON(provider?.number.hyphenated)),
      ] + members)
  }
}

extension Enrolment {
  var json: JSON {
    [
      "programme": .string(programme.rawValue), "startedOn": .string("\(startedOn)"),
      "withdrawnOn": JSON(withdrawnOn?.description), "profession": JSON(facts.profession?.rawValue),
      "professionVerifiedOn": JSON(facts.professionVerifiedOn?.description), "employer": JSON(facts.employer),
      "fte": JSON(facts.fullTimeShare?.cell),
      "referencesCheckedOn": JSON(facts.referencesCheckedOn?.description),
      "backgroundCheckedOn": JSON(facts.backgroundCheckedOn?.description),
    ]
  }
}

extension EnrolmentFacts {
  /// What is known, in one line.
  func summary(_ session: Session) -> String {
    let dated = [
      (professionVerifiedOn, session.say(sv: "yrket styrkt", en: "profession verified")),
      (referencesCheckedOn, session.say(sv: "referenser tagna", en: "references checked")),
      (backgroundCheckedOn, session.say(sv: "bakgrund kontrollerad", en: "background checked")),
    ].compactMap { day, what in day.map { "\(what) \($0)" } }
    let share = fullTimeShare.map { session.say(sv: "\($0.cell) av heltid", en: "\($0.cell) of full time") }
    return ([profession?.rawValue, employer, share].compactMap(\.self) + dated).joined(separator: ", ")
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
