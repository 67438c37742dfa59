/// What a user of the register is there to do (decisions C-46 and C-103).
public enum Role: String, CaseIterable, Sendable {
  case registrar
  case trainerApprover = "trainer_approver"
  case provider
  case ringContact = "ring_contact"
  case coordinator
  case member
  case policy
  case contactPolice = "contact_police"
  case auditor
  /// Anyone who has not signed in; nobody is given this role.
  case visitor

  /// The roles that a user can be given.
  public static let allCases: [Role] = [
    .registrar, .trainerApprover, .provider, .ringContact, .coordinator, .member, .policy, .contactPolice,
    .auditor,
  ]
}
