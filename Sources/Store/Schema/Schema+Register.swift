extension Schema {
  /// The tables of a register.
  public static let register = Schema([
    Migration(1, sql: migration001)
  ])
}
