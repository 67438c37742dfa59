import Identity
public import Register
public import Store

/// The register as one user reaches it at one moment.
///
/// Every act goes the same way: is the actor allowed it, do the rules accept it, then all its rows and its audit
/// entry in one transaction. A refusal writes nothing but an entry that says so. This is the only door to `Store`.
public struct Registry: Sendable {
  /// The register's file.
  public let store: Database

  /// The dated values of the law data.
  public let parameters: Parameters

  /// Who acts.
  public let actor: Actor

  /// The moment that the act takes for now.
  public let now: Moment

  /// Opens a register for the user of a name.
  ///
  /// A name made by `user add` has the rights of its role; any other name is a registrar, since whoever can open the
  /// file is trusted.
  public init(
    _ store: Database, parameters: Parameters, actor name: String, now: Moment,
    random: RandomSource = .system
  ) throws {
    self.store = store
    self.parameters = parameters
    self.ruleBook = RuleBook(parameters)
    self.memberPages = MemberPages()
    self.actor = try Actor(named: name, in: store, on: now.day)
    self.now = now
    self.today = now.day
    self.random = random
  }

  /// The same register as another actor reaches it at a moment.
  init(_ other: Registry, as actor: Actor, at now: Moment) {
    (store, parameters, random) = (other.store, other.parameters, other.random)
    (ruleBook, memberPages) = (other.ruleBook, other.memberPages)
    (self.actor, self.now, today) = (actor, now, now.day)
  }

  /// The values of the years, put together once.
  let ruleBook: RuleBook

  /// Pages of members that need not be put together again.
  let memberPages: MemberPages

  /// Where salts come from.
  let random: RandomSource

  /// The day of that moment in Sweden.
  let today: LocalDate
}
