public import Identity
public import Register
import Store

/// What a member's own first page tells.
public struct MemberPage: Sendable {
  /// The person with the memberships.
  public let overview: PersonOverview
  /// How far the ring training has come.
  public let training: TrainingProgress
  /// The years that matter now, the latest first: this year, and the one before while it is decided.
  public let years: [DecisionView]
  /// Every year that a decision has been made for, the latest first.
  public let decidedYears: [Int]
  /// The documents, the latest first.
  public let documents: [Document]

  /// A document with what the member chose of its code.
  public struct Document: Sendable {
    /// The document.
    public let record: DocumentRecord
    /// Whether it has a code that can answer anyone: that of a person with protected identity never does (C-96).
    public let hasCode: Bool
    /// Whether the code answers whoever has it.
    public let isOpen: Bool
  }
}

extension Registry {
  /// The own page of the member who acts.
  ///
  /// - Throws: `NOT_PERMITTED` for a user who is no person.
  public func memberPage() throws -> MemberPage {
    try read(.memberPage, ActRecord(person: actor.person)) { connection, _ in
      let lastWrite = try connection.lastWrite()
      if let known = actor.person.flatMap({ memberPages.page(of: $0, after: lastWrite, at: now) }) {
        return known
      }
      let person = try connection.actingPerson(actor)
      let page = try memberPage(of: person, from: connection)
      if let person = actor.person { memberPages.keep(page, of: person, after: lastWrite, at: now) }
      return page
    }
  }

  private func memberPage(of person: Person, from connection: Connection) throws -> MemberPage {
    let training = try connection.ringTraining(of: person.id, under: parameters, on: today)
    let decidedYears = try connection.decidedYears(of: person.id)
    let histories = Dictionary(
      uniqueKeysWithValues: try decidedYears.map { year in
        (year, try connection.decisionHistory(of: person.id, year: year))
      })
    return MemberPage(
      overview: try connection.overview(of: person, on: today),
      training: training.progress,
      years: try [today.year, today.year - 1].compactMap { year throws in
        guard try yearLock(of: LocalDate.firstDay(of: year)) != nil else { return nil }
        do {
          return try view(
            of: person, year: year, training: training,
            history: histories[year] ?? DecisionHistory(versions: []), from: connection)
        } catch let refusal as Refusal where refusal.code == .unknownDecision {
          return nil
        }
      },
      decidedYears: decidedYears.reversed(),
      documents: try connection.documents(of: person.id).map { document in
        MemberPage.Document(
          record: DocumentRecord(
            document, letter: try connection.letter(in: document.number),
            inForce: try connection.documentInForce(for: document, knowing: histories.values)),
          hasCode: !person.details.isProtected, isOpen: try connection.isOpen(document.number))
      })
  }

  /// What is recorded of the member who acts at an occasion, nothing for an occasion of a ring of others.
  public func ownAttendance(at id: OccasionID) throws -> (occasion: Occasion, status: AttendanceStatus?)? {
    try read(.attendanceList, ActRecord(person: actor.person)) { connection, record in
      let person = try connection.actingPerson(actor)
      guard let occasion = try connection.occasion(id), try isOwn(occasion, in: connection) else {
        return nil
      }
      record.subject = occasion.plan.key
      return (occasion, try connection.attendance(of: person.id, at: occasion.id)?.entry.status)
    }
  }

  /// Takes in that the member's own attendance is recorded wrongly; the ring's contact person sees it and, once the year
  /// is locked, the registrar.
  ///
  /// - Returns: The day of the occasion.
  /// - Throws: `UNKNOWN_OCCASION`, also for an occasion of a ring that the person was no member of that day.
  public func reportAttendance(at id: OccasionID, _ error: AttendanceError) throws -> LocalDate {
    try write(.attendanceReport, ActRecord(person: actor.person, reason: error.rawValue)) { transaction in
      let connection = transaction.connection
      let person = try connection.actingPerson(actor)
      guard let occasion = try connection.occasion(id), try isOwn(occasion, in: connection) else {
        throw Refusal.unknownOccasion(String(id.value))
      }
      transaction.record.subject = occasion.plan.key
      try connection.insertAttendanceReport(
        of: person.id, at: occasion.id, on: today, entry: transaction.entry)
      return occasion.plan.day
    }
  }
}

extension Connection {
  /// The person that a user is.
  ///
  /// - Throws: `NOT_PERMITTED` for a user who is none.
  func actingPerson(_ actor: Actor) throws -> Person {
    guard let id = actor.person, let person = try survivor(of: id) else { throw Refusal(.notPermitted) }
    return person
  }
}
