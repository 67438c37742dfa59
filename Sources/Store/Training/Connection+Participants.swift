public import Register

/// A person in one programme, as a provider's participant.
public struct ParticipantSeat: Hashable, Sendable {
  /// The person.
  public let person: PersonID
  /// The programme.
  public let programme: Programme
}

extension Connection {
  /// The participants of a provider, by name, and how many there are in all: whom it enrolled or has held a session for.
  ///
  /// Persons with protected identity are in neither (decision C-96).
  ///
  /// - Parameter isCertified: those alone who have, or have not, a certificate of the programme from the provider.
  public func participants(
    of provider: ProviderID, in programme: Programme?, isCertified: Bool?, limit: Int, offset: Int
  ) throws -> (seats: [ParticipantSeat], total: Int) {
    let known = """
      FROM (
        SELECT COALESCE(p.merged_into, p.id) AS person, s.programme FROM session s JOIN person p ON p.id = s.person
        WHERE s.provider = ?1 AND s.reversed IS NULL
        UNION
        SELECT COALESCE(p.merged_into, p.id), e.programme FROM enrolment e JOIN person p ON p.id = e.person
        WHERE e.provider = ?1
      ) seat JOIN person p ON p.id = seat.person
      WHERE p.protected = 0 AND (?2 IS NULL OR seat.programme = ?2)
        AND (?3 IS NULL OR ?3 = EXISTS (
          SELECT 1 FROM certificate c
          WHERE c.provider = ?1 AND c.programme = seat.programme
            AND c.person IN (SELECT id FROM person WHERE id = seat.person OR merged_into = seat.person)))
      """
    let seats = try all(
      """
      SELECT seat.person, seat.programme \(known)
      ORDER BY p.family_name, p.given_name, p.id, seat.programme LIMIT ?4 OFFSET ?5
      """, provider, programme, isCertified, limit, offset
    ) { row in ParticipantSeat(person: try row.value(0), programme: try row.value(1)) }
    return (seats, try value("SELECT count(*) \(known)", provider, programme, isCertified) ?? 0)
  }
}
