public import Identity
public import Register
import Store

extension Registry {
  /// Approves a provider for a programme, or sets the last day of an open approval (decision C-89).
  ///
  /// - Parameter name: Needed only for a provider who is new.
  /// - Throws: `APPROVAL_EXISTS` when another last day stands; `UNKNOWN_PROGRAMME`; `VALID_TO_BEFORE_FROM`;
  ///   `VALUE_MISSING` for the name.
  /// - Returns: Whether anything was new.
  @discardableResult
  public func approveProvider(
    _ number: OrganisationNumber, name: String?, _ approval: Approval
  ) throws -> Bool {
    try write(.approvalGive, ActRecord(subject: number.hyphenated)) { transaction in
      guard let name = try name ?? transaction.connection.provider(number)?.name else {
        throw Refusal(.valueMissing, column: "name")
      }
      return try transaction.approveProvider(number, name: name, approval)
    }
  }

  /// Approves a trainer for a programme, or sets the last day of an open approval.
  ///
  /// - Returns: Whether anything was new.
  @discardableResult
  public func approveTrainer(_ number: IdentityNumber, _ approval: Approval) throws -> Bool {
    try write(.approvalGive) { transaction in
      try transaction.approveTrainer(number, approval)
    }
  }

  /// Ends the approvals of a provider for a programme that go on after a day; that day is the last.
  ///
  /// - Throws: `UNKNOWN_APPROVAL` when none is open.
  public func withdrawProvider(
    _ number: OrganisationNumber, programme: String, on day: LocalDate, reason: String?
  ) throws {
    try write(.approvalWithdraw, ActRecord(subject: number.hyphenated, reason: reason)) { transaction in
      let connection = transaction.connection
      let provider = try connection.knownProvider(number)
      for approval in try connection.approvals(of: provider.id).open(for: programme, on: day) {
        try connection.endApproval(approval, of: provider.id, on: day, entry: transaction.entry)
      }
    }
  }

  /// Ends the approvals of a trainer for a programme that go on after a day; that day is the last.
  public func withdrawTrainer(
    _ number: IdentityNumber, programme: String, on day: LocalDate, reason: String?
  ) throws {
    try write(.approvalWithdraw, ActRecord(reason: reason)) { transaction in
      let connection = transaction.connection
      let person = try connection.knownPerson(number)
      transaction.record.person = person.id
      for approval in try connection.approvals(ofTrainer: person.id).open(for: programme, on: day) {
        try connection.endApproval(approval, ofTrainer: person.id, on: day, entry: transaction.entry)
      }
    }
  }

  /// Every provider with its approvals.
  public func listProviders() throws -> [(provider: Provider, approvals: [Approval])] {
    try look(.approvalList) { connection in
      try connection.providers().map { provider throws in
        (provider, try connection.approvals(of: provider.id))
      }
    }
  }

  /// The approvals of the provider who acts, the earliest first.
  public func ownApprovals() throws -> [Approval] {
    try look(.approvalList) { connection in
      guard let provider = actor.provider else { throw Refusal(.notPermitted) }
      return try connection.approvals(of: provider)
    }
  }

  /// Every trainer with the approvals; one with protected identity is shown to the registrar alone.
  public func listTrainers() throws -> [(person: Person, approval: Approval)] {
    try read(.approvalList) { connection, record in
      let trainers = try connection.trainers().filter { actor.isRegistrar || !$0.person.details.isProtected }
      record.detail["trainers"] = String(trainers.count)
      return trainers
    }
  }
}

extension Transaction {
  func approveProvider(_ number: OrganisationNumber, name: String, _ approval: Approval) throws -> Bool {
    try approval.check()
    guard let known = try connection.provider(number) else {
      let provider = try connection.insertProvider(number, name: name, entry: entry)
      try connection.insertApproval(approval, of: provider, entry: entry)
      return true
    }
    guard let stored = try approval.stored(among: connection.approvals(of: known.id)) else {
      // A new approval carries the name of its day.
      if known.name != name { try connection.renameProvider(known.id, to: name, entry: entry) }
      try connection.insertApproval(approval, of: known.id, entry: entry)
      return true
    }
    guard let end = try approval.newEnd(of: stored) else { return false }
    try connection.endApproval(stored, of: known.id, on: end, entry: entry)
    return true
  }

  func approveTrainer(_ number: IdentityNumber, _ approval: Approval) throws -> Bool {
    try approval.check()
    let person = try connection.knownPerson(number, column: "personnummer")
    record.person = person.id
    guard let stored = try approval.stored(among: connection.approvals(ofTrainer: person.id)) else {
      try connection.insertApproval(approval, ofTrainer: person.id, entry: entry)
      return true
    }
    guard let end = try approval.newEnd(of: stored) else { return false }
    try connection.endApproval(stored, ofTrainer: person.id, on: end, entry: entry)
    return true
  }
}

extension Connection {
  /// The provider of an organisation number.
  ///
  /// - Throws: `UNKNOWN_PROVIDER`.
  func knownProvider(_ number: OrganisationNumber, column: String = "provider") throws -> Provider {
    guard let provider = try provider(number) else {
      throw Refusal(.unknownProvider, ["provider": .text(number.hyphenated)], column: column)
    }
    return provider
  }
}

extension Approval {
  func check() throws(Refusal) {
    guard Programme(rawValue: programme) != nil else {
      throw Refusal(.unknownProgramme, ["programme": .text(programme)], column: "programme")
    }
    if let validTo, validTo < validFrom {
      throw Refusal(.validToBeforeFrom, ["from": .day(validFrom)], column: "valid_to")
    }
  }

  /// The approval of the same programme from the same day.
  func stored(among approvals: [Approval]) -> Approval? {
    approvals.first { $0.programme == programme && $0.validFrom == validFrom }
  }

  /// The last day that this one sets on an open one, or nothing when it says nothing new.
  func newEnd(of stored: Approval) throws(Refusal) -> LocalDate? {
    guard let validTo, validTo != stored.validTo else { return nil }
    guard stored.validTo == nil else {
      throw Refusal(.approvalExists, ["from": .day(validFrom)], column: "valid_to")
    }
    return validTo
  }
}

extension [Approval] {
  /// The approvals of a programme that are valid on a day and go on after it.
  func open(for programme: String, on day: LocalDate) throws(Refusal) -> [Approval] {
    let open = filter {
      $0.programme == programme && $0.contains(day) && ($0.validTo.map { day < $0 } ?? true)
    }
    guard !open.isEmpty else {
      throw Refusal(.unknownApproval, ["programme": .text(programme), "day": .day(day)])
    }
    return open
  }
}
