public import Identity
public import Register
import Store

extension Registry {
  /// Approves a supervisor, or sets the last day or the basis of an open approval (decision C-89).
  ///
  /// - Throws: What `SupervisorRule` refuses; `SUPERVISOR_IN_TRAINING`; `APPROVAL_EXISTS` when other values stand.
  /// - Returns: Whether anything was new.
  @discardableResult
  public func approveSupervisor(_ number: IdentityNumber, _ approval: SupervisorApproval) throws -> Bool {
    try write(.approvalGive) { transaction in
      try approveSupervisor(number, approval, in: transaction)
    }
  }

  func approveSupervisor(
    _ number: IdentityNumber, _ approval: SupervisorApproval, in transaction: Transaction
  ) throws -> Bool {
    let connection = transaction.connection
    let person = try connection.knownPerson(number, column: "personnummer").id
    transaction.record.person = person
    let stored = try connection.approvals(ofSupervisor: person)
      .first { $0.kind == approval.kind && $0.validFrom == approval.validFrom }
    if let stored { return try update(stored, with: approval, of: person, in: transaction) }
    try SupervisorRule.check(
      approval, holding: connection.heldCertificates(of: person, in: .mediator), by: parameters, on: today)
    let inTraining = try connection.daysInMediatorTraining(of: person, under: parameters, on: today)
    guard !inTraining.contains(approval.validFrom) else {
      throw Refusal(.supervisorInTraining, ["day": .day(approval.validFrom)], column: "valid_from")
    }
    try connection.insertApproval(approval, ofSupervisor: person, entry: transaction.entry)
    return true
  }

  /// Fills in what an approval lacks; what it says already stays.
  private func update(
    _ stored: SupervisorApproval, with given: SupervisorApproval, of person: PersonID,
    in transaction: Transaction
  ) throws -> Bool {
    let filled = SupervisorApproval(
      kind: stored.kind, validFrom: stored.validFrom, validTo: stored.validTo ?? given.validTo,
      basis: stored.basis ?? given.basis)
    if let last = filled.validTo, last < filled.validFrom {
      throw Refusal(.validToBeforeFrom, ["from": .day(filled.validFrom)], column: "valid_to")
    }
    for (isOther, column) in [
      (given.validTo != nil && given.validTo != filled.validTo, "valid_to"),
      (given.basis != nil && given.basis != filled.basis, "basis"),
    ] where isOther {
      throw Refusal(.approvalExists, ["from": .day(stored.validFrom)], column: column)
    }
    guard filled != stored else { return false }
    try transaction.connection.updateApproval(filled, ofSupervisor: person, entry: transaction.entry)
    return true
  }

  /// Ends the approvals of a supervisor that go on after a day; that day is the last.
  ///
  /// - Throws: `UNKNOWN_APPROVAL` when none is open.
  public func withdrawSupervisor(
    _ number: IdentityNumber, kind: SupervisorKind, on day: LocalDate, reason: String?
  ) throws {
    try write(.approvalWithdraw, ActRecord(reason: reason)) { transaction in
      let connection = transaction.connection
      let person = try connection.knownPerson(number)
      transaction.record.person = person.id
      let open = try connection.approvals(ofSupervisor: person.id).filter {
        $0.kind == kind && $0.contains(day) && ($0.validTo.map { day < $0 } ?? true)
      }
      guard !open.isEmpty else {
        throw Refusal(.unknownApproval, ["programme": .text(kind.rawValue), "day": .day(day)])
      }
      for approval in open {
        let ended = SupervisorApproval(
          kind: kind, validFrom: approval.validFrom, validTo: day, basis: approval.basis)
        try connection.updateApproval(ended, ofSupervisor: person.id, entry: transaction.entry)
      }
    }
  }

  /// Every supervisor with the approvals and the participants of the current calendar month.
  ///
  /// One with protected identity is shown to the registrar alone.
  public func listSupervisors() throws -> [ListedSupervisor] {
    try read(.approvalList) { connection, record in
      let first = today.adding(days: 1 - today.day)
      let rows = try connection.supervisors()
        .filter { actor.isRegistrar || !$0.person.details.isProtected }
        .map { person, approval throws in
          ListedSupervisor(
            person: person, approval: approval,
            participants: try connection.participants(
              supervisedBy: person.id, from: Moment(startOf: first),
              before: Moment(startOf: first.adding(months: 1))
            ).count)
        }
      record.detail["supervisors"] = String(rows.count)
      return rows
    }
  }
}

/// A supervisor's approval as a list shows it.
public struct ListedSupervisor: Sendable {
  /// The supervisor.
  public let person: Person
  /// The approval.
  public let approval: SupervisorApproval
  /// How many participants the person supervises in the current month.
  public let participants: Int
}
