/// The kinds of files that go in and out; the raw value is the word on the command line.
public enum ImportKind: String, CaseIterable, Sendable {
  case persons
  case rings
  case members
  case occasions
  case rosters
  case attendance
  case providers
  case trainers
  case supervisors
  case enrolments
  case sessions

  /// The columns of the kind.
  public var layout: Layout {
    switch self {
    case .persons: .persons
    case .rings: .rings
    case .members: .members
    case .occasions: .occasions
    case .rosters: .rosters
    case .attendance: .attendance
    case .providers: .providers
    case .trainers: .trainers
    case .supervisors: .supervisors
    case .enrolments: .enrolments
    case .sessions: .sessions
    }
  }
}

extension Layout {
  static let persons = Layout([
    .required(.personnummer), .required(.givenName), .required(.familyName), .optional(.street),
    .optional(.postcode), .optional(.city), .optional(.protected), .optional(.bornOn), .optional(.deceasedOn),
    .optional(.identityLevel),
  ])

  static let rings = Layout([
    .optional(.ring), .required(.name), .required(.municipality), .required(.street), .required(.postcode),
    .required(.city), .required(.venue), .required(.contact), .required(.interestedHouseholds),
    .required(.activeHouseholds), .required(.appliedOn), .optional(.registeredOn),
  ])

  static let members = Layout([
    .required(.ring), .required(.personnummer), .required(.household), .required(.joinedOn),
    .optional(.leftOn), .optional(.primary), .optional(.alias),
  ])

  /// The list of those who apply with a ring: persons and members together, names only for who is new.
  public static let applicants = Layout([
    .required(.personnummer), .optional(.givenName), .optional(.familyName), .optional(.street),
    .optional(.postcode), .optional(.city), .optional(.protected), .optional(.bornOn), .optional(.deceasedOn),
    .optional(.identityLevel), .required(.household), .required(.joinedOn), .optional(.leftOn),
    .optional(.primary), .optional(.alias),
  ])

  static let occasions = Layout([
    .required(.occasion), .required(.ring), .required(.kind), .optional(.type), .required(.startsAt),
    .optional(.endsAt), .required(.calledOn), .optional(.called), .optional(.status),
    .optional(.policePresent),
  ])

  static let rosters = Layout([.required(.occasion)] + .member)

  static let attendance = Layout(
    [.required(.occasion)] + .member + [.required(.status), .optional(.attestedBy)])

  static let providers = Layout([
    .required(.organisationNumber), .required(.name), .required(.programme), .required(.validFrom),
    .optional(.validTo),
  ])

  static let trainers = Layout([
    .required(.personnummer), .required(.programme), .required(.validFrom), .optional(.validTo),
  ])

  static let supervisors = Layout([
    .required(.personnummer), .required(.kind), .required(.validFrom), .optional(.validTo), .optional(.basis),
  ])

  static let enrolments = Layout([
    .required(.personnummer), .required(.programme), .required(.startedOn), .optional(.profession),
    .optional(.professionVerifiedOn), .optional(.employer), .optional(.fte), .optional(.referencesCheckedOn),
    .optional(.backgroundCheckedOn),
  ])

  static let sessions = Layout([
    .required(.reference), .required(.provider), .required(.programme), .required(.module),
    .required(.personnummer), .required(.startsAt), .required(.endsAt), .optional(.trainer),
    .optional(.supervisor),
  ])
}
