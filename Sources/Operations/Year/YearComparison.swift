public import Register

/// What a year would be by other values of the law data, in counts that reveal nobody.
public struct YearComparison: Sendable {
  /// A value that differs on the first day of the year.
  public struct Change: Hashable, Sendable {
    /// The key of the parameter.
    public let key: String
    /// The value in force, as the law data writes it.
    public let before: String
    /// The other value.
    public let after: String
  }

  /// The income year.
  public let year: Int
  /// The values that differ.
  public let changes: [Change]
  /// How many persons end in each way, and how many would end otherwise.
  public let outcomes: OutcomeComparison
  /// The sum in kronor by the values in force, nothing where the count behind it is hidden.
  public let amountBefore: Int?
  /// The sum in kronor by the other values.
  public let amountAfter: Int?
  /// The smallest count that is shown.
  public let smallestShown: Int
}
