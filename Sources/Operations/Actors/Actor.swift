public import Register

/// Who acts, in which role, and for whom.
public struct Actor: Sendable {
  /// The name in the audit log.
  public let name: String

  /// The role.
  public let role: Role

  /// The person the user is, for a member and a contact person.
  public let person: PersonID?

  /// The ring the user answers for.
  public let ring: RingID?

  /// The provider the user records for.
  public let provider: ProviderID?

  /// Names a registrar, which is what every name is that `user add` has not made another.
  public static func registrar(_ name: String) -> Actor {
    Actor(name: name, role: .registrar, person: nil, ring: nil, provider: nil)
  }

  var isRegistrar: Bool { role == .registrar }

  /// Tells whether the role may do an act at all; what of it is its own is asked where the act is done.
  func may(_ act: Act) -> Bool {
    role == .registrar || Actor.acts[role]?.contains(act) ?? false
  }

  private static let acts: [Role: Set<Act>] = [
    .trainerApprover: [.approvalGive, .approvalWithdraw, .approvalList],
    .provider: [.trainingRecord, .trainingReverse, .trainingShow, .approvalList, .importRows],
    .ringContact: [
      .ringShow, .ringCheck, .memberList, .occasionAdd, .occasionCancel, .occasionList, .attendanceRecord,
      .attendanceAttest, .attendanceList, .importRows,
    ],
    .coordinator: [.ringList, .ringShow, .ringCheck, .yearSummary],
    .member: [.memberList, .personExtract, .decisionShow, .documentShow, .trainingShow, .attendanceList],
    .policy: [.ringList, .yearSummary],
    .contactPolice: [.occasionList],
    .auditor: [.auditList, .auditVerify, .registerCheck, .ringList, .yearSummary, .userList],
  ]
}
