public import Identity
public import Register
import Store

/// An enrolment as a list shows it.
public struct ListedEnrolment: Sendable {
  /// The participant.
  public let person: Person
  /// The enrolment.
  public let enrolment: Enrolment
  /// Whose participant the person is.
  public let provider: Provider?
}

extension Registry {
  /// Enrols a person in a programme, or fills in what an enrolment from the same day lacks (decision C-89).
  ///
  /// A provider's enrolment makes the person its participant. The registrar may name the provider, and later another
  /// one; sessions that stand stay as they are.
  ///
  /// - Throws: What `EnrolmentRule` refuses; `PROGRAMME_ENROLS_NOBODY`, `PLAN_NOT_IN_FORCE`, `ALREADY_ENROLLED`,
  ///   `ENROLMENT_EXISTS`, `UNKNOWN_PROVIDER`.
  /// - Returns: Whether anything was new, and what is to be known of it.
  @discardableResult
  public func enrol(
    _ number: IdentityNumber, in programme: Programme, startedOn day: LocalDate, _ facts: EnrolmentFacts,
    provider: OrganisationNumber? = nil
  ) throws -> (isNew: Bool, notes: [Refusal]) {
    try write(.trainingEnrol) { transaction in
      let provider = try provider.map { number throws in try transaction.connection.knownProvider(number).id }
      return try enrol(
        number, in: programme.rawValue, startedOn: day, facts, provider: provider, in: transaction)
    }
  }

  func enrol(
    _ number: IdentityNumber, in code: String, startedOn day: LocalDate, _ facts: EnrolmentFacts,
    provider: ProviderID? = nil, in transaction: Transaction
  ) throws -> (isNew: Bool, notes: [Refusal]) {
    let connection = transaction.connection
    guard let programme = Programme(rawValue: code) else {
      throw Refusal(.unknownProgramme, ["programme": .text(code)], column: "programme")
    }
    guard programme.needsEnrolment else {
      throw Refusal(.programmeEnrolsNobody, ["programme": .text(code)], column: "programme")
    }
    if actor.role == .provider, let provider, provider != actor.provider {
      throw Refusal(.notPermitted, column: "provider")
    }
    let provider = provider ?? (actor.role == .provider ? actor.provider : nil)
    let person = try connection.knownPerson(number, column: "personnummer").id
    transaction.record.person = person
    let plan = try parameters.plan(of: programme, startedOn: day)
    let enrolments = try connection.enrolments(of: person, in: programme)
    if let stored = enrolments.first(where: { $0.startedOn == day }) {
      return (try fill(stored, facts, provider: provider, in: transaction), [])
    }
    let notes = try EnrolmentRule.check(
      facts, startedOn: day, by: plan, parameters, on: today,
      certificates: { programme in try connection.heldCertificates(of: person, in: programme) })
    guard !enrolments.contains(where: { $0.withdrawnOn.map { day <= $0 } ?? true }) else {
      throw Refusal(.alreadyEnrolled, ["programme": .text(code)], column: "started_on")
    }
    try connection.insertEnrolment(
      of: person, in: programme, startedOn: day, provider: provider, facts, entry: transaction.entry)
    return (true, notes)
  }

  private func fill(
    _ stored: Enrolment, _ facts: EnrolmentFacts, provider: ProviderID?, in transaction: Transaction
  ) throws -> Bool {
    let isMoved = provider != nil && stored.provider != nil && provider != stored.provider
    guard !isMoved || actor.isRegistrar else { throw Refusal(.otherProvider, column: "provider") }
    guard let filled = stored.facts.filled(from: facts) else {
      throw Refusal(.enrolmentExists, ["day": .day(stored.startedOn)], column: "started_on")
    }
    let provider = provider ?? stored.provider
    guard filled != stored.facts || provider != stored.provider else { return false }
    _ = try EnrolmentRule.check(
      filled, startedOn: stored.startedOn,
      by: parameters.plan(of: stored.programme, startedOn: stored.startedOn), parameters, on: today,
      certificates: { programme in
        try transaction.connection.heldCertificates(of: stored.person, in: programme)
      })
    try transaction.connection.updateEnrolment(
      stored.id, withdrawnOn: stored.withdrawnOn, provider: provider, filled, entry: transaction.entry)
    return true
  }

  /// Ends a person's enrolment; the day is the last one on which a session counts.
  ///
  /// - Throws: `NOT_ENROLLED`, `WITHDRAWN_BEFORE_START`, `SESSIONS_AFTER_WITHDRAWAL`.
  public func withdrawEnrolment(
    of number: IdentityNumber, in programme: Programme, on day: LocalDate, reason: String?
  ) throws {
    try write(.trainingWithdraw, ActRecord(reason: reason)) { transaction in
      let connection = transaction.connection
      let enrolment = try openEnrolment(of: number, in: programme, transaction)
      guard enrolment.startedOn <= day else {
        throw Refusal(.withdrawnBeforeStart, ["first": .day(enrolment.startedOn)], column: "on")
      }
      if let later = try connection.sessionReference(of: enrolment.person, in: programme, after: day) {
        throw Refusal(.sessionsAfterWithdrawal, ["reference": .text(later)], column: "on")
      }
      try connection.updateEnrolment(
        enrolment.id, withdrawnOn: day, provider: enrolment.provider, enrolment.facts,
        entry: transaction.entry)
    }
  }

  /// Lets hours of another training count in a module, by a decision of the registrar (decision C-29).
  ///
  /// A later decision on the module replaces it; 0 hours take it back.
  ///
  /// - Throws: `NOT_ENROLLED`, `UNKNOWN_MODULE`, `PRIOR_LEARNING_PRACTICE`, `PRIOR_LEARNING_LIMIT`.
  public func creditPriorLearning(
    of number: IdentityNumber, in programme: Programme, module: String, hours: Int, basis: String
  ) throws {
    try write(.trainingCredit, ActRecord(reason: basis)) { transaction in
      let connection = transaction.connection
      guard hours >= 0 else { throw Refusal(.numberFormat, column: "hours") }
      let enrolment = try openEnrolment(of: number, in: programme, transaction)
      let decision = PriorLearning(module: module, minutes: hours * 60, basis: basis, decidedOn: today)
      try decision.check(
        by: parameters.plan(of: programme, startedOn: enrolment.startedOn),
        beside: connection.priorLearning(of: enrolment.id),
        limitHours: parameters.value(of: .priorLearningHours, on: today))
      try connection.insertPriorLearning(decision, of: enrolment.id, entry: transaction.entry)
    }
  }

  private func openEnrolment(
    of number: IdentityNumber, in programme: Programme, _ transaction: Transaction
  ) throws -> Enrolment {
    let connection = transaction.connection
    let person = try connection.participant(number, seenBy: actor)
    transaction.record.person = person.id
    guard
      let enrolment = try connection.enrolments(of: person.id, in: programme).last(where: {
        $0.withdrawnOn == nil
      })
    else {
      throw Refusal(.notEnrolled, ["programme": .text(programme.rawValue)], column: "programme")
    }
    return enrolment
  }

  /// The enrolments in a programme or in all, of a provider's participants or of everyone's.
  ///
  /// A provider gets its own. A person with protected identity is shown to the registrar alone.
  public func listEnrolments(
    in programme: Programme? = nil, of number: OrganisationNumber? = nil
  ) throws -> [ListedEnrolment] {
    try read(.trainingShow, ActRecord(subject: number?.hyphenated)) { connection, record in
      guard actor.role != .member else { throw Refusal(.notPermitted) }
      let named = try number.map { number throws in try connection.knownProvider(number).id }
      let wanted = actor.role == .provider ? actor.provider : named
      guard named == nil || named == wanted else { throw Refusal(.notPermitted, column: "provider") }
      let providers = Dictionary(uniqueKeysWithValues: try connection.providers().map { ($0.id, $0) })
      var rows: [ListedEnrolment] = []
      for enrolment in try connection.enrolments(in: programme) {
        let provider = try enrolment.provider ?? connection.firstProvider(of: enrolment)
        guard wanted == nil || wanted == provider, let person = try connection.person(enrolment.person),
          actor.isRegistrar || !person.details.isProtected
        else { continue }
        rows.append(
          ListedEnrolment(person: person, enrolment: enrolment, provider: provider.flatMap { providers[$0] }))
      }
      record.detail = ["enrolments": String(rows.count)]
      return rows
    }
  }
}
