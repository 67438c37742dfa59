public import Identity
public import Register
import Store

extension Registry {
  /// All that the register holds of a ring, as far as the actor may see it.
  ///
  /// Only the registrar sees the contact person's number and the reasons, the coordinator no name.
  public func showRing(_ number: RingNumber) throws -> RingOverview {
    try read(.ringShow, ActRecord(subject: number.description)) { connection, record in
      let ring = try ownRing(number, in: connection)
      let holder = try connection.contact(of: ring.id, on: today)
      let person = try holder.flatMap { try connection.person($0.person) }
      record.person = actor.role == .coordinator ? nil : person?.id
      let present = try connection.members(of: ring.id).filter { $0.isMember(on: today) }
      let shown = actor.isRegistrar ? ring : ring.withoutReasons
      return RingOverview(
        ring: shown, state: ring.state(on: today),
        contact: holder.map { RingOverview.Contact($0, person, seenBy: actor) },
        members: try visible(Set(present.map(\.person.id)).count),
        households: try visible(Set(present.map { $0.membership.householdKey }).count),
        grant: try connection.startGrant(of: ring.id).map {
          .init(amount: $0.amount, decidedOn: $0.decidedOn)
        },
        missing: ring.state.isUndecided ? try failures(of: ring, from: connection) : [])
    }
  }
}

/// What `ring show` tells of a ring.
public struct RingOverview: Sendable {
  /// The contact person as the actor may see who it is.
  public struct Contact: Sendable {
    /// The name, unless it is hidden from the actor.
    public let name: String?
    /// The identity number, for the registrar alone.
    public let number: IdentityNumber?
    /// The first day of the role.
    public let from: LocalDate

    init(_ holder: ContactPerson, _ person: Person?, seenBy actor: Actor) {
      let isHidden = actor.role == .coordinator || person?.details.isProtected == true
      name = isHidden && !actor.isRegistrar ? nil : person?.details.fullName
      number = actor.isRegistrar ? person?.number : nil
      from = holder.from
    }
  }

  /// A start grant.
  public struct Grant: Sendable {
    /// The amount in kronor.
    public let amount: Int
    /// The day it was decided.
    public let decidedOn: LocalDate
  }

  /// The ring with its application and events.
  public let ring: Ring
  /// Where it stands today.
  public let state: RingState
  /// The contact person.
  public let contact: Contact?
  /// How many persons are members today, unless it is a small count that the actor may not see.
  public let members: Int?
  /// How many households they make, likewise.
  public let households: Int?
  /// The start grant.
  public let grant: Grant?
  /// The conditions that an application waiting for its decision fails.
  public let missing: [Refusal]
}

extension Ring {
  /// The ring as others than the registrar see it: what happened, not why.
  fileprivate var withoutReasons: Ring {
    Ring(
      id: id, number: number, application: application,
      events: events.map {
        RingEvent(
          state: $0.state, day: $0.day, lastDay: $0.lastDay, reason: nil, actor: "", enteredOn: $0.enteredOn,
          entry: $0.entry)
      })
  }
}

extension Membership {
  /// What tells one household of a ring from another; a member without a label is a household alone.
  fileprivate var householdKey: HouseholdKey {
    household.map(HouseholdKey.label) ?? .lone(person)
  }
}

private enum HouseholdKey: Hashable {
  case label(String)
  case lone(PersonID)
}
