import Identity

/// Where a person stands among those of one household who would otherwise be granted (decision C-58).
public struct HouseholdPlace: Hashable, Sendable {
  /// How many earlier members take a place for certain.
  public let certain: Int

  /// How many earlier members keep a place while their own outcome waits.
  public let waiting: Int
}

/// The highest number of benefits in one household, `benefit.max_claimants_per_household`.
///
/// Order is by the first day of membership, then birth date, then the 12-digit number; never by row.
struct HouseholdCap {
  private let cap: Int

  init(_ cap: Int) {
    self.cap = cap
  }

  /// Refuses or holds back those for whom no place is left.
  func apply(to outcomes: inout [BenefitOutcome], in facts: YearFacts) {
    var household: Household?
    var place = HouseholdPlace(certain: 0, waiting: 0)
    for claim in claims(outcomes, facts).sorted(by: { $0.precedes($1) }) {
      if claim.household != household {
        household = claim.household
        place = HouseholdPlace(certain: 0, waiting: 0)
      }
      let merit = outcomes[claim.member].verdict
      outcomes[claim.member].take(place, cap: cap)
      place = HouseholdPlace(
        certain: place.certain + (merit == .granted ? 1 : 0),
        waiting: place.waiting + (merit == .waiting ? 1 : 0))
    }
  }

  /// One for each member of a labelled household who would be granted or still may be.
  private func claims(_ outcomes: [BenefitOutcome], _ facts: YearFacts) -> [Claim] {
    outcomes.indices.compactMap { position in
      let (outcome, member) = (outcomes[position], facts.members[position])
      guard outcome.verdict != .refused, let joinedOn = outcome.joinedOn, let last = outcome.lastMembership,
        let label = facts.memberships[last].household
      else { return nil }
      let ring = facts.rings[facts.memberships[last].ring].number
      return Claim(
        member: position, household: Household(ring: ring, label: label), joinedOn: joinedOn,
        birthDate: member.birthDate, number: member.number)
    }
  }
}

/// A label means something only within its ring; a member without one is a household alone and meets no cap.
private struct Household: Hashable {
  let ring: RingNumber
  let label: String
}

private struct Claim {
  let member: Int
  let household: Household
  let joinedOn: LocalDate
  let birthDate: LocalDate?
  let number: IdentityNumber

  /// Puts claims of one household beside each other, an unknown birth date last among equals.
  func precedes(_ other: Claim) -> Bool {
    guard household == other.household else {
      return (household.ring, household.label) < (other.household.ring, other.household.label)
    }
    guard joinedOn == other.joinedOn else { return joinedOn < other.joinedOn }
    guard birthDate == other.birthDate else {
      guard let birthDate, let otherBirthDate = other.birthDate else { return birthDate != nil }
      return birthDate < otherBirthDate
    }
    return number.value < other.number.value
  }
}

extension BenefitOutcome {
  fileprivate mutating func take(_ place: HouseholdPlace, cap: Int) {
    household = place
    guard place.certain + place.waiting >= cap else { return }
    unmet.insert(.householdCap)
    verdict = place.certain >= cap ? .refused : .waiting
    reason = unmet.first
    amount = 0
  }
}
