public import Identity
public import Register
import Store

/// Everything that the register holds of one person, and who has read it (registerutdrag, decision C-98).
public struct PersonExtract: Sendable {
  /// When, in which role and for what purpose data of the person were read or written; never by whom.
  public struct Handling: Hashable, Sendable {
    /// When.
    public let at: Moment
    /// In which role, by its code.
    public let role: String
    /// The act, by its code.
    public let act: String
    /// Whether it only read.
    public let isRead: Bool
    /// What the act was about, a ring or an occasion say.
    public let subject: String?
    /// The reason that was given.
    public let reason: String?
    /// Whether the person was one of many that the act was about.
    public let isOneOfMany: Bool
  }

  /// A session of training with its provider's name.
  public struct Taught: Hashable, Sendable {
    /// The provider's name.
    public let provider: String
    /// The session.
    public let session: TrainingSession
    /// Whether the person took part, or else taught or supervised.
    public let isParticipant: Bool
  }

  /// The person with memberships and roles.
  public let overview: PersonOverview
  /// What is held beside that.
  public let holdings: PersonHoldings
  /// Sessions of training, the earliest first.
  public let sessions: [Taught]
  /// Approvals as a trainer.
  public let approvals: [Approval]
  /// Approvals as a supervisor.
  public let supervisorApprovals: [SupervisorApproval]
  /// Enrolments in programmes.
  public let enrolments: [Enrolment]
  /// Counts of mediations, month by month.
  public let mediations: [MediationCount]
  /// What has been done with the data, the earliest first.
  public let handlings: [Handling]
}

extension Registry {
  /// Gathers what the register holds of a person, for that person or for the registrar on the person's behalf.
  ///
  /// - Throws: `UNKNOWN_PERSON`; `NOT_PERMITTED` for a member who asks for somebody else, known or not.
  public func extractPerson(_ number: IdentityNumber) throws -> PersonExtract {
    try read(.personExtract) { connection, record in
      let found = try connection.person(numbered: number)
      guard actor.role != .member || (found != nil && actor.person == found?.id) else {
        record.person = found?.id
        throw Refusal(.notPermitted)
      }
      let person = try connection.knownPerson(number)
      record.person = person.id
      let overview = try connection.overview(of: person, on: today)
      let holdings = try connection.holdings(of: person.id)
      return PersonExtract(
        overview: overview, holdings: holdings, sessions: try connection.allSessions(of: person.id),
        approvals: try connection.approvals(ofTrainer: person.id),
        supervisorApprovals: try connection.approvals(ofSupervisor: person.id),
        enrolments: try Programme.allCases.flatMap { programme throws in
          try connection.enrolments(of: person.id, in: programme)
        },
        mediations: try connection.mediationCounts(of: person.id),
        handlings: try connection.handlings(of: overview, holdings))
    }
  }
}

extension Connection {
  fileprivate func allSessions(of person: PersonID) throws -> [PersonExtract.Taught] {
    let names = Dictionary(try providers().map { ($0.id, $0.name) }) { first, _ in first }
    let own = try sessions(of: person)
    let led = try sessions(ledBy: person).filter { $0.person != person }
    return (own + led).sorted { ($0.startsAt, $0.id) < ($1.startsAt, $1.id) }.map { session in
      PersonExtract.Taught(
        provider: names[session.provider] ?? "", session: session, isParticipant: session.person == person)
    }
  }

  /// The entries that name the person, and the reads of selections that held the person.
  fileprivate func handlings(
    of overview: PersonOverview, _ holdings: PersonHoldings
  ) throws -> [PersonExtract.Handling] {
    var found: [AuditRecord] = []
    for record in try records(of: overview.person.id) { found += try auditRecords(about: record) }
    let own = Set(found.map(\.number))
    for selection in try selections(of: overview, holdings) {
      found += try readsOfMany(selection, after: holdings.since)
    }
    // A copy of the whole register names no selection.
    found += try readsOfMany(nil, after: holdings.since).filter {
      $0.entry.act == Act.registerBackup.rawValue
    }
    return found.sorted { $0.number < $1.number }.map { record in
      PersonExtract.Handling(record.entry, isOneOfMany: !own.contains(record.number))
    }
  }
}

extension Connection {
  /// The selections of many that a person belongs to, as reads of them are named in the log.
  private func selections(of overview: PersonOverview, _ holdings: PersonHoldings) throws -> Set<String> {
    let kinds = [
      "persons", "members", "attendance", "rosters", "rings", "sessions", "trainers", "supervisors",
      "enrolments",
    ]
    var selections = Set(kinds)
    selections.formUnion(holdings.decisions.map { String($0.year) })
    selections.formUnion(holdings.documents.map { String($0.issuedOn.year) })
    for row in overview.memberships {
      selections.insert(row.ring.description)
      selections.formUnion(kinds.map { "\($0) \(row.ring)" })
      let membership = row.membership
      selections.formUnion(
        try occasions(
          of: membership.ring, from: membership.joinedOn,
          to: membership.leftOn ?? LocalDate.lastDay(of: 9999)
        ).map(\.plan.key))
    }
    return selections
  }
}

extension PersonExtract.Handling {
  fileprivate init(_ entry: AuditEntry, isOneOfMany: Bool) {
    at = entry.at
    role = entry.role
    act = entry.act
    isRead = entry.outcome == .read
    subject = entry.subject
    // A reason of an act on many may speak of somebody else.
    reason = isOneOfMany ? nil : entry.personal?.value
    self.isOneOfMany = isOneOfMany
  }
}
