extension Membership {
  /// Whether the alias can stand on a list that lies open: short, and not the number that it is there to hide.
  ///
  /// - Throws: `ALIAS_FORMAT`.
  public func checkAliasForm() throws(Refusal) {
    guard let alias else { return }
    let isLine = alias.unicodeScalars.allSatisfy(\.standsInLine)
    let digits = alias.filter { !$0.isWhitespace }
    let isNumber = digits.contains(#/[0-9]{6}(?:[0-9]{2})?[-+–]?[0-9]{4}/#)
    guard isLine, !isNumber, alias.unicodeScalars.count <= Membership.longestAlias else {
      throw Refusal(.aliasFormat, ["limit": .count(Membership.longestAlias)], column: "alias")
    }
  }

  private static let longestAlias = 50

  /// Whether a new membership can stand beside a person's others.
  ///
  /// - Throws: `MEMBERSHIP_OVERLAP` when two of one ring share a day (decision C-53), `PRIMARY_OVERLAP` when two
  ///   primary ones do (decision C-54).
  public func check(beside others: [Membership]) throws(Refusal) {
    for other in others where overlaps(other) {
      if other.ring == ring {
        throw Refusal(
          .membershipOverlap, ["joined": .day(other.joinedOn)], column: "joined_on")
      }
      if isPrimary && other.isPrimary {
        throw Refusal(.primaryOverlap, ["joined": .day(other.joinedOn)], column: "primary")
      }
    }
  }

  /// Whether a membership is primary when the list does not say (decision C-54).
  public static func isPrimaryByDefault(_ candidate: Membership, beside others: [Membership]) -> Bool {
    !others.contains { $0.isPrimary && $0.overlaps(candidate) }
  }
}
