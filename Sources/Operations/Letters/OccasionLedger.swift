import Documents
import Identity
import Register
import Store

/// How each occasion of a year counts for one person after another, ring by ring.
///
/// Decisions lie in the order of their rings, so a ring is loaded once for all its members.
final class OccasionLedger {
  private let connection: Connection
  private let reader: YearFactsReader
  private var facts: YearFacts
  private var ring: RingID?

  /// Opens the ledger of a year within one transaction.
  init(year: Int, asOf day: LocalDate, under parameters: Parameters, from connection: Connection) throws {
    self.connection = connection
    self.reader = try YearFactsReader(year: year, asOf: day, under: parameters, from: connection)
    self.facts = YearFacts(year: year)
  }

  /// The occasions of a person's rings that tell of a decision, or nothing when they no longer add up to it.
  ///
  /// Those are left out that lie before or after the person's days in the ring, or in a ring that is not judged.
  func occasions(of person: PersonID, in decision: StoredDecision, by rule: BenefitRule) throws
    -> [OccasionJudgement]?
  {
    guard let ring = try connection.ring(decision.ring)?.id else { return nil }
    if self.ring != ring {
      try reader.load(ring, into: &facts)
      self.ring = ring
    }
    guard let position = facts.members.firstIndex(where: { $0.person == person }) else { return nil }
    let judged = rule.occasions(of: position, in: facts)
      .filter { ![.outsideMembership, .otherRing].contains($0.treatment) }
      .sorted { ($0.occasion.startsAt.seconds, $0.ring) < ($1.occasion.startsAt.seconds, $1.ring) }
    let tally = decision.facts.outcome.tally.total
    let attended = judged.count { $0.treatment == .attended }
    let counted = judged.count { $0.treatment.side != .uncounted }
    return attended == tally.attended && counted == tally.counted ? judged : nil
  }
}
