public import Identity

/// Whether a ring may have the start grant, once per ring (decisions C-24 and C-88).
public struct StartGrantRule: Sendable {
  /// A ring of the same municipality that was deregistered before, as far as the rule needs it.
  public struct Predecessor: Sendable {
    /// The public number.
    public let number: RingNumber

    /// The last day of its registration.
    public let deregisteredOn: LocalDate

    /// Whether it had the grant, itself or as the successor of another.
    public let wasGranted: Bool

    /// How many persons of the new ring's list were its members.
    public let sharedMembers: Int

    /// Describes a predecessor.
    public init(number: RingNumber, deregisteredOn: LocalDate, wasGranted: Bool, sharedMembers: Int) {
      self.number = number
      self.deregisteredOn = deregisteredOn
      self.wasGranted = wasGranted
      self.sharedMembers = sharedMembers
    }
  }

  /// The ring's state.
  public let state: RingState

  /// The first day of its registration.
  public let registeredOn: LocalDate?

  /// Whether it has had the grant.
  public let isGranted: Bool

  /// How many persons its list names.
  public let members: Int

  /// Rings of the municipality that ended before it was registered.
  public let predecessors: [Predecessor]

  /// Gathers what the rule tests.
  public init(
    state: RingState, registeredOn: LocalDate?, isGranted: Bool, members: Int, predecessors: [Predecessor]
  ) {
    self.state = state
    self.registeredOn = registeredOn
    self.isGranted = isGranted
    self.members = members
    self.predecessors = predecessors
  }

  /// The amount in kronor.
  ///
  /// - Throws: `GRANT_NOT_REGISTERED`, also while the ring is under supervision (decision C-82), or
  ///   `GRANT_ALREADY_GIVEN`, also when a predecessor that is the same ring has had it.
  public func amount(on day: LocalDate, under parameters: Parameters) throws(Refusal) -> Int {
    guard !isGranted else { throw Refusal(.grantAlreadyGiven) }
    guard state == .registered, let registeredOn else {
      throw Refusal(.grantNotRegistered, ["state": .code(state.rawValue)])
    }
    let months = try parameters.value(of: .regrantMonths, on: day)
    let share = try parameters.value(of: .regrantShare, on: day)
    let same = predecessors.first {
      $0.wasGranted && registeredOn <= $0.deregisteredOn.adding(months: months) && members > 0
        && share.isReached(by: $0.sharedMembers, of: members)
    }
    if let same {
      throw Refusal(.grantAlreadyGiven, ["ring": .text(same.number.description)])
    }
    return try parameters.value(of: .startGrant, on: day)
  }
}
