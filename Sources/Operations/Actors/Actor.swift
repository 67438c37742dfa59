public import Identity
public import Register
import Store

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

  /// The municipality whose rings the user follows.
  public let municipality: MunicipalityCode?

  /// Whether the user's rights have been taken back.
  public let isRevoked: Bool

  /// Names a registrar, which is what every name is that `user add` has not made another.
  public static func registrar(_ name: String) -> Actor {
    Actor(
      name: name, role: .registrar, person: nil, ring: nil, provider: nil, municipality: nil, isRevoked: false
    )
  }

  /// Anyone who has not signed in.
  static let visitor = Actor(
    name: "visitor", role: .visitor, person: nil, ring: nil, provider: nil, municipality: nil,
    isRevoked: false)

  /// The user of a name on a day, a registrar where `user add` has made none of it.
  init(named name: String, in store: Database, on day: LocalDate) throws {
    self =
      try store.read { connection in
        try connection.user(name).flatMap { user throws in try connection.actor(user, on: day) }
      } ?? Actor.registrar(name)
  }

  /// The user of a name, unless its rights have been taken back: then nothing is permitted.
  init?(_ user: UserRecord) {
    guard let role = Role(rawValue: user.role) else { return nil }
    self.init(
      name: user.name, role: role, person: user.person, ring: user.ring, provider: user.provider,
      municipality: user.municipality, isRevoked: user.isRevoked)
  }

  private init(
    name: String, role: Role, person: PersonID?, ring: RingID?, provider: ProviderID?,
    municipality: MunicipalityCode?, isRevoked: Bool
  ) {
    self.name = name
    self.role = role
    self.person = person
    self.ring = ring
    self.provider = provider
    self.municipality = municipality
    self.isRevoked = isRevoked
  }

  var isRegistrar: Bool { role == .registrar }

  /// Whether the role follows rings without seeing anyone in them.
  var seesSumsAlone: Bool { [.coordinator, .policy, .auditor].contains(role) }

  /// The same user without any right.
  fileprivate var withoutRights: Actor {
    Actor(
      name: name, role: role, person: person, ring: ring, provider: provider, municipality: municipality,
      isRevoked: true)
  }

  /// Tells whether the role may do an act at all; what of it is its own is asked where the act is done.
  func may(_ act: Act) -> Bool {
    !isRevoked
      && (role == .registrar || Actor.everyones.contains(act) || Actor.acts[role]?.contains(act) ?? false)
  }

  /// What a user of any role does.
  private static let everyones: Set<Act> = [
    .signIn, .signOut, .documentVerify, .certificatePublish, .keyList,
  ]

  private static let acts: [Role: Set<Act>] = [
    .trainerApprover: [.approvalGive, .approvalWithdraw, .approvalList],
    .provider: [
      .trainingEnrol, .trainingWithdraw, .trainingRecord, .trainingReverse, .trainingShow, .approvalList,
      .importRows, .certificateIssue, .certificateShow, .certificateList, .documentShow,
    ],
    .ringContact: [
      .ringShow, .ringCheck, .memberList, .memberAlias, .occasionAdd, .occasionCancel, .occasionList,
      .attendanceRecord,
      .attendanceAttest, .attendanceList, .importRows,
    ],
    .coordinator: [.ringList, .ringShow, .ringCheck, .yearSummary],
    .member: [
      .memberList, .memberPage, .personExtract, .decisionShow, .decisionAnswer, .documentShow, .documentOpen,
      .trainingShow, .mediationShow, .mediationCount, .attendanceList, .attendanceReport,
      .certificateShow, .certificateList,
    ],
    .policy: [.ringList, .yearSummary, .yearCompare],
    .contactPolice: [.occasionList],
    .auditor: [.auditList, .auditVerify, .registerCheck, .ringList, .yearSummary, .userList],
    .visitor: [.signIn, .documentVerify],
  ]
}

extension Connection {
  /// A user on a day, or nothing for a role that this program does not know.
  ///
  /// The user of a person who has died has no rights (decision C-21), nor has that of a person who no longer is the
  /// ring's contact person (decisions C-14 and C-83); a program of the ring is no person.
  func actor(_ user: UserRecord, on day: LocalDate) throws -> Actor? {
    guard let actor = Actor(user) else { return nil }
    guard try !isOfDeceased(user, on: day) else { return actor.withoutRights }
    guard actor.role == .ringContact, let person = actor.person, let ring = actor.ring else { return actor }
    guard let holder = try contact(of: ring, on: day)?.person else { return actor.withoutRights }
    return try records(of: holder).contains(person) ? actor : actor.withoutRights
  }

  /// Tells whether a user is a person who has died: nobody acts in that name, and the estate gets letters (decision C-21).
  func isOfDeceased(_ user: UserRecord, on day: LocalDate) throws -> Bool {
    try user.person.map { id throws in try hasDied(id, by: day) } ?? false
  }
}
