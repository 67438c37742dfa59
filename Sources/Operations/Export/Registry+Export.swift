public import Exchange
import Identity
public import Register
import Store

extension Registry {
  /// Writes what the register holds of a kind, in the columns and the form that an import takes.
  ///
  /// All of it is one state of the register, and its read is in the audit log with the count before the first row
  /// leaves. A ring limits the export to its members, occasions and what hangs on these; providers, trainers,
  /// supervisors, enrolments and sessions belong to no ring.
  ///
  /// - Parameter progress: Told of the count, and then how many more rows are written.
  /// - Throws: `UNKNOWN_RING`, and `SystemFault` when the file cannot be written.
  /// - Returns: How many rows there are.
  @discardableResult
  public func exportRows(
    _ kind: ImportKind, of number: RingNumber? = nil, to output: OutputFile,
    progress: (_ rows: Int, _ total: Int) -> Void = { _, _ in }
  ) throws -> Int {
    var record = ActRecord(
      subject: [kind.rawValue, number?.description].compactMap(\.self).joined(separator: " "))
    try authorise(.exportRows, record)
    return try refusing(.exportRows, record) {
      try store.read { connection in
        let ring = try number.map { number throws in try connection.knownRing(number).id }
        let total = try connection.rowCount(of: kind, in: ring)
        record.detail["rows"] = String(total)
        try log(.exportRows, .read, record)
        let writer = try CSVWriter(to: output, layout: kind.layout)
        try connection.forEachRow(of: kind, in: ring) { row in
          try writer.write(row)
          progress(1, total)
        }
        try writer.commit()
        return total
      }
    }
  }
}

extension Connection {
  fileprivate func rowCount(of kind: ImportKind, in ring: RingID?) throws -> Int {
    switch kind {
    case .persons: try personCount(of: ring)
    case .rings: try ring == nil ? ringCount() : 1
    case .members: try membershipCount(of: ring)
    case .occasions: try occasionCount(of: ring)
    case .rosters: try rosterCount(of: ring)
    case .attendance: try attendanceCount(of: ring)
    case .providers:
      try providers().reduce(0) { count, provider throws in
        count + (try approvals(of: provider.id).count)
      }
    case .trainers: try trainers().count
    case .supervisors: try supervisors().count
    case .enrolments: try enrolmentCount()
    case .sessions: try sessionCount()
    }
  }

  fileprivate func forEachRow(
    of kind: ImportKind, in ring: RingID?, _ body: (any ImportRow) throws -> Void
  ) throws {
    switch kind {
    case .persons: try forEachPerson(of: ring) { person in try body(PersonRow(person)) }
    case .rings:
      try forEachRing { found, contact in
        if ring == nil || ring == found.id { try body(RingRow(found, contact: contact)) }
      }
    case .members:
      try forEachMembership(of: ring) { ring, number, membership in
        try body(MemberRow(ring, number, membership))
      }
    case .occasions: try forEachOccasion(of: ring) { ring, occasion in try body(OccasionRow(ring, occasion)) }
    case .rosters:
      try forEachRosterEntry(of: ring) { occasion, number in
        try body(RosterRow(occasion: occasion, member: .number(number)))
      }
    case .attendance:
      try forEachAttendance(of: ring) { occasion, number, status, attester in
        try body(
          AttendanceRow(occasion: occasion, member: .number(number), status: status, attestedBy: attester))
      }
    case .providers:
      for provider in try providers() {
        for approval in try approvals(of: provider.id) { try body(ProviderRow(provider, approval)) }
      }
    case .trainers: for trainer in try trainers() { try body(TrainerRow(trainer.person, trainer.approval)) }
    case .sessions:
      try forEachSession { session, provider, person, trainer, supervisor in
        try body(
          SessionRow(
            reference: session.reference, provider: provider, programme: session.programme,
            module: session.module, number: person, startsAt: session.startsAt, endsAt: session.endsAt,
            trainer: trainer, supervisor: supervisor))
      }
    case .supervisors:
      for supervisor in try supervisors() { try body(SupervisorRow(supervisor.person, supervisor.approval)) }
    case .enrolments:
      try forEachEnrolment { number, enrolment in try body(EnrolmentRow(number, enrolment)) }
    }
  }
}

extension PersonRow {
  fileprivate init(_ person: Person) {
    let details = person.details
    self.init(
      number: person.number, givenName: details.givenName, familyName: details.familyName,
      address: details.address.map(PostalAddress.Parts.init), isProtected: details.isProtected ? true : nil,
      bornOn: details.bornOn,
      deceasedOn: details.deceasedOn, identityLevel: details.identityLevel)
  }
}

extension RingRow {
  fileprivate init(_ ring: Ring, contact: IdentityNumber?) {
    let application = ring.application
    self.init(
      ring: ring.number, name: application.name, municipality: application.municipality,
      address: application.address, venue: application.venue, contact: contact,
      interestedHouseholds: application.interestedHouseholds, activeHouseholds: application.activeHouseholds,
      appliedOn: application.appliedOn, registeredOn: ring.registeredOn)
  }
}

extension MemberRow {
  fileprivate init(_ ring: RingNumber, _ number: IdentityNumber, _ membership: Membership) {
    self.init(
      ring: ring, number: number, household: membership.household, joinedOn: membership.joinedOn,
      leftOn: membership.leftOn, isPrimary: membership.isPrimary, alias: membership.alias)
  }
}

extension OccasionRow {
  fileprivate init(_ ring: RingNumber, _ occasion: Occasion) {
    let plan = occasion.plan
    self.init(
      key: plan.key, ring: ring, kind: plan.kind, type: plan.type, startsAt: plan.startsAt,
      endsAt: plan.endsAt, calledOn: plan.calledOn, called: plan.called, status: plan.status,
      policePresent: plan.policePresent)
  }
}

extension ProviderRow {
  fileprivate init(_ provider: Provider, _ approval: Approval) {
    self.init(
      number: provider.number, name: provider.name, programme: approval.programme,
      validFrom: approval.validFrom, validTo: approval.validTo)
  }
}

extension TrainerRow {
  fileprivate init(_ person: Person, _ approval: Approval) {
    self.init(
      number: person.number, programme: approval.programme, validFrom: approval.validFrom,
      validTo: approval.validTo)
  }
}

extension SupervisorRow {
  fileprivate init(_ person: Person, _ approval: SupervisorApproval) {
    self.init(
      number: person.number, kind: approval.kind, validFrom: approval.validFrom, validTo: approval.validTo,
      basis: approval.basis)
  }
}

extension EnrolmentRow {
  fileprivate init(_ number: IdentityNumber, _ enrolment: Enrolment) {
    let facts = enrolment.facts
    self.init(
      number: number, programme: enrolment.programme.rawValue, startedOn: enrolment.startedOn,
      profession: facts.profession, professionVerifiedOn: facts.professionVerifiedOn,
      employer: facts.employer, fullTimeShare: facts.fullTimeShare,
      referencesCheckedOn: facts.referencesCheckedOn, backgroundCheckedOn: facts.backgroundCheckedOn)
  }
}
