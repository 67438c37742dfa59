import CommandLine
import Documents
import Exchange
import Identity
import Operations
import Register

extension TrainingProgress {
  /// The progress as the contract words it; a ring training requires no minutes of a single module.
  var json: JSON {
    var members: [JSON.Member] = [
      .init("programme", .string(programme.rawValue)), .init("creditedMinutes", .integer(creditedMinutes)),
      .init("requiredMinutes", .integer(requiredMinutes)), .init("complete", .bool(completedOn != nil)),
      .init("completedOn", JSON(completedOn?.description)),
      .init("modules", .array(modules.map(\.json))),
    ]
    if programme == .ringTraining {
      members.append(.init("missingBlocks", .array(missingBlocks.map(JSON.string))))
    }
    if !advice.isEmpty {
      members.append(.init("advice", .array(advice.map { .string($0.code.rawValue) })))
    }
    return .object(members)
  }
}

extension TrainingProgress.Module {
  fileprivate var json: JSON {
    [
      "module": .string(code), "required": JSON(required), "recorded": .integer(recorded),
      "credited": .integer(credited), "missing": .integer(missing),
      "notes": .array(
        notes.map {
          [
            "code": .string($0.code.rawValue), "session": .string($0.session), "day": .string("\($0.day)"),
            "minutes": .integer($0.minutes),
          ]
        }),
    ]
  }
}

extension [ParticipantProgress] {
  func json(of programme: Programme) -> JSON {
    [
      "programme": .string(programme.rawValue),
      "participants": .array(
        map { row in
          [
            "person": .string(row.person.number.masked), "personId": .integer(Int(row.person.id.value)),
            "startedOn": JSON(row.enrolment?.startedOn.description),
            "withdrawnOn": JSON(row.enrolment?.withdrawnOn?.description),
            "provider": JSON(row.provider?.number.hyphenated), "progress": row.progress.json,
          ]
        }),
    ]
  }

  func print(_ session: Session) throws {
    var table = Table([
      .text(session.say(sv: "Nummer", en: "Number")), .text(session.say(sv: "Namn", en: "Name")),
      .text(session.say(sv: "Start", en: "Start")), .number(session.say(sv: "Räknas", en: "Credited")),
      .number(session.say(sv: "Krävs", en: "Required")), .text(session.say(sv: "Saknas", en: "Missing")),
    ])
    for row in self {
      let progress = row.progress
      table.append([
        row.person.number.masked, row.person.details.fullName,
        row.enrolment?.startedOn.description ?? "", session.length(progress.creditedMinutes),
        session.length(progress.requiredMinutes),
        progress.completedOn.map { session.say(sv: "klar \($0)", en: "complete \($0)") }
          ?? progress.modules.filter { $0.missing > 0 }
          .map { $0.required == nil ? $0.code : "\($0.code) \(session.length($0.missing))" }
          .joined(separator: ", "),
      ])
    }
    try session.invocation.output.print(table)
    let complete = count { $0.progress.completedOn != nil }
    try session.print(
      session.say(
        sv: "\(count) deltagare, \(complete) klara.", en: "\(count) participants, \(complete) complete."))
  }
}

extension [ParticipantProgress] {
  /// The page of a course, or of one participant.
  func sheet(
    of programme: Programme, on day: LocalDate, by issuer: String, _ wording: Wording
  ) -> ProgressSheet {
    ProgressSheet(
      programme: programme, day: day, issuer: issuer,
      participants: map { row in
        ProgressSheet.Participant(
          number: row.person.number.masked, name: row.person.details.fullName,
          startedOn: row.enrolment?.startedOn, provider: row.provider?.name, progress: row.progress,
          notes: row.progress.modules.flatMap(\.notes).map { note in
            (session: note.session + row.leader(of: note), text: wording.plain(note.refusal))
          })
      })
  }
}

extension ParticipantProgress {
  /// The name of the trainer or supervisor that a note speaks of, in brackets.
  fileprivate func leader(of note: SessionNote) -> String {
    note.person.flatMap { leaders[$0] }.map { " (\($0))" } ?? ""
  }

  func print(_ session: Session) throws {
    try session.invocation.output.print(progress.table(session))
    try session.print(
      session.say(
        sv:
          "\(session.length(progress.creditedMinutes)) av \(session.length(progress.requiredMinutes)) räknas.",
        en:
          "\(session.length(progress.creditedMinutes)) of \(session.length(progress.requiredMinutes)) count.")
    )
    if let completedOn = progress.completedOn {
      try session.print(session.say(sv: "Genomgången \(completedOn).", en: "Completed on \(completedOn)."))
    } else {
      try session.print(
        session.say(sv: "Inte genomgången. Det saknas: ", en: "Not completed. Missing: ")
          + session.enumerated(progress.missing(session)) + ".")
    }
    for note in progress.modules.flatMap(\.notes) {
      try session.print("\(note.session)\(leader(of: note)): \(session.wording.sentence(note.refusal))")
    }
    session.note(progress.advice)
  }
}

extension TrainingProgress {
  fileprivate func table(_ session: Session) -> Table {
    var table = Table([
      .text(session.say(sv: "Modul", en: "Module")), .text(session.say(sv: "Innehåll", en: "Content")),
      .number(session.say(sv: "Krävs", en: "Required")),
      .number(session.say(sv: "Redovisat", en: "Recorded")),
      .number(session.say(sv: "Räknas", en: "Credited")), .number(session.say(sv: "Saknas", en: "Missing")),
    ])
    for module in modules {
      table.append([
        module.code, module.title, module.required.map(session.length) ?? "", session.length(module.recorded),
        session.length(module.credited),
        module.required == nil
          ? (module.missing > 0 ? session.say(sv: "blocket", en: "the block") : "")
          : session.length(module.missing),
      ])
    }
    return table
  }

  /// What is missing, in words: minutes of modules, or blocks and minutes of a ring training.
  fileprivate func missing(_ session: Session) -> [String] {
    guard programme == .ringTraining else {
      return modules.filter { $0.missing > 0 }.map { "\($0.title) \(session.length($0.missing))" }
    }
    let blocks = missingBlocks.map { session.say(sv: "blocket \($0)", en: "the block \($0)") }
    return (missingMinutes > 0 ? [session.length(missingMinutes)] : []) + blocks
  }
}

extension Session {
  /// Words as a sentence enumerates them: `a, b och c`.
  func enumerated(_ words: [String]) -> String {
    guard words.count > 1, let last = words.last else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + say(sv: " och ", en: " and ") + last
  }

  /// A length of time, such as `59 h 30 min`; the units are the same in both languages.
  func length(_ minutes: Int) -> String {
    switch (minutes / 60, minutes % 60) {
    case (0, let rest): "\(rest)\u{A0}min"
    case (let hours, 0): "\(hours)\u{A0}h"
    case (let hours, let rest): "\(hours)\u{A0}h\u{A0}\(rest)\u{A0}min"
    }
  }

  /// Writes progress as CSV, a row for each module, to the file that the user named or to standard output.
  func deliverTable(_ rows: [ParticipantProgress], to file: String?) throws {
    let output = try file.map { try OutputFile(replacing: $0) } ?? OutputFile(descriptor: 1)
    let writer = try CSVWriter(to: output)
    try writer.write([
      "personnummer", "programme", "started_on", "provider", "module", "required_minutes", "recorded_minutes",
      "credited_minutes", "missing_minutes", "completed_on", "notes",
    ])
    for row in rows {
      for module in row.progress.modules {
        try writer.write([
          row.person.number.twelveDigits, row.progress.programme.rawValue,
          row.enrolment?.startedOn.description,
          row.provider?.number.tenDigits, module.code, module.required.map(String.init), "\(module.recorded)",
          "\(module.credited)", module.required == nil ? nil : "\(module.missing)",
          row.progress.completedOn?.description,
          module.notes.map { "\($0.session) \($0.code.rawValue)" }.joined(separator: "; "),
        ])
      }
    }
    try writer.commit()
  }
}
