public import Exchange
import Identity
public import Register
import Store

extension Registry {
  /// Takes a file in: good rows stored, bad rows named with column, code and reason, the rest goes on.
  ///
  /// - Parameters:
  ///   - reject: Told of each refused row, to keep it for mending.
  ///   - progress: Told how many more rows have been gone through.
  public func importRows(
    _ kind: ImportKind, from file: CSVFile, _ options: ImportOptions,
    reject: @escaping (borrowing CSVRecord, [Refusal]) throws -> Void = { _, _ in },
    progress: @escaping (Int) -> Void = { _ in }
  ) throws -> ImportReport {
    func run<Row: ImportRow>(
      _ type: Row.Type, as act: Act, at places: [RecordPlace]? = nil,
      _ clerk: @escaping (Transaction) -> (Row, Transaction) throws -> (EntryResult, [Refusal])
    ) throws -> ImportReport {
      try authorise(act, ActRecord(subject: kind.rawValue))
      return try Importer(
        registry: self, kind: kind, options: options, clerk: clerk, reject: reject, progress: progress
      ).run(file, at: places)
    }
    let reason = options.reason
    switch kind {
    case .persons:
      return try run(PersonRow.self, as: .personAdd) { _ in
        { row, transaction in
          let update = PersonUpdate(row)
          let (isNew, _) = try enterPerson(row.number, update, reason: reason, in: transaction)
          return (isNew ? .stored : .unchanged, [])
        }
      }
    case .rings:
      return try run(RingRow.self, as: .ringAdd) { _ in
        { row, transaction in (try enterRing(row, reason: reason, in: transaction), []) }
      }
    case .members:
      return try run(MemberRow.self, as: .memberAdd) { _ in
        { row, transaction in
          let ring = try transaction.connection.knownRing(row.ring)
          let isNew = try transaction.enter(MemberUpdate(row), of: row.number, in: ring.id) { day in
            try checkLock(of: day, reason: reason)
          }
          return (isNew ? .stored : .unchanged, [])
        }
      }
    case .occasions:
      return try run(OccasionRow.self, as: .occasionAdd) { _ in
        { row, transaction in
          let ring = try ownRing(row.ring, in: transaction.connection)
          let (result, notes) = try enterOccasion(
            row.key, of: ring.id, reason: reason, in: transaction, plan: row.plan(over:))
          return (result, notes)
        }
      }
    case .rosters:
      return try run(RosterRow.self, as: .occasionAdd) { transaction in
        var desk = AttendanceDesk(self, transaction.connection)
        return { row, transaction in
          (try desk.nameOnRoster(row.member, of: row.occasion, reason: reason, entry: transaction.entry), [])
        }
      }
    case .attendance:
      let conflicts = try AttendanceConflicts(in: file, of: self)
      return try run(AttendanceRow.self, as: .attendanceRecord) { transaction in
        var desk = AttendanceDesk(self, transaction.connection)
        return { row, transaction in
          try conflicts.check(row, at: &desk)
          let result = try desk.record(
            row.status, of: row.member, at: row.occasion, attestedBy: row.attestedBy, reason: reason,
            entry: transaction.entry)
          return (result, [])
        }
      }
    case .providers:
      return try run(ProviderRow.self, as: .approvalGive) { _ in
        { row, transaction in
          let approval = Approval(programme: row.programme, validFrom: row.validFrom, validTo: row.validTo)
          let isNew = try transaction.approveProvider(row.number, name: row.name, approval)
          return (isNew ? .stored : .unchanged, [])
        }
      }
    case .trainers:
      return try run(TrainerRow.self, as: .approvalGive) { _ in
        { row, transaction in
          let approval = Approval(programme: row.programme, validFrom: row.validFrom, validTo: row.validTo)
          return (try transaction.approveTrainer(row.number, approval) ? .stored : .unchanged, [])
        }
      }
    case .sessions:
      let places = try SessionOrder.places(in: file, on: today)
      return try run(SessionRow.self, as: .trainingRecord, at: places) { transaction in
        var desk = SessionDesk(self, transaction.connection)
        return { row, transaction in
          let (_, isNew, notes) = try desk.record(SessionReport(row), entry: transaction.entry)
          return (isNew ? .stored : .unchanged, notes)
        }
      }
    case .supervisors:
      return try run(SupervisorRow.self, as: .approvalGive) { _ in
        { row, transaction in
          let approval = SupervisorApproval(
            kind: row.kind, validFrom: row.validFrom, validTo: row.validTo, basis: row.basis)
          return (try approveSupervisor(row.number, approval, in: transaction) ? .stored : .unchanged, [])
        }
      }
    case .enrolments:
      return try run(EnrolmentRow.self, as: .trainingEnrol) { _ in
        { row, transaction in
          let (isNew, notes) = try enrol(
            row.number, in: row.programme, startedOn: row.startedOn, EnrolmentFacts(row), in: transaction)
          return (isNew ? .stored : .unchanged, notes)
        }
      }
    }
  }
}

extension PersonUpdate {
  init(_ row: PersonRow) {
    self.init()
    givenName = row.givenName
    familyName = row.familyName
    address = row.address
    isProtected = row.isProtected
    bornOn = row.bornOn
    deceasedOn = row.deceasedOn
    identityLevel = row.identityLevel
  }
}

extension MemberUpdate {
  init(_ row: MemberRow) {
    self.init(
      household: row.household, joinedOn: row.joinedOn, leftOn: row.leftOn, isPrimary: row.isPrimary,
      alias: row.alias)
  }
}

extension EnrolmentFacts {
  init(_ row: EnrolmentRow) {
    self.init(
      profession: row.profession, professionVerifiedOn: row.professionVerifiedOn, employer: row.employer,
      fullTimeShare: row.fullTimeShare, referencesCheckedOn: row.referencesCheckedOn,
      backgroundCheckedOn: row.backgroundCheckedOn)
  }
}

extension SessionReport {
  init(_ row: SessionRow) {
    self.init(
      provider: row.provider, reference: row.reference, programme: row.programme, module: row.module,
      person: row.number, startsAt: row.startsAt, endsAt: row.endsAt, trainer: row.trainer,
      supervisor: row.supervisor)
  }
}
