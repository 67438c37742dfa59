public import Register

extension Connection {
  /// The persons of a provider's sessions that stand, by name, and how many there are in all.
  ///
  /// Persons with protected identity are in neither (decision C-96).
  public func participants(
    of provider: ProviderID, limit: Int, offset: Int
  ) throws -> (ids: [PersonID], total: Int) {
    let known = """
      FROM person WHERE protected = 0 AND id IN (
        SELECT COALESCE(p.merged_into, p.id) FROM session s JOIN person p ON p.id = s.person
        WHERE s.provider = $1 AND s.reversed IS NULL)
      """
    let ids: [PersonID] = try all(
      "SELECT id \(known) ORDER BY family_name, given_name, id LIMIT $2 OFFSET $3", provider, limit, offset
    ) { row in try row.value(0) }
    return (ids, try value("SELECT count(*) \(known)", provider) ?? 0)
  }
}
