public import Identity

/// What a list of rings is narrowed to; what is not given does not narrow it.
public struct RingFilter: Sendable {
  /// One municipality.
  public var municipality: MunicipalityCode?
  /// One county.
  public var county: County?
  /// One state.
  public var state: RingState?
  /// A part of the name.
  public var name: String?
  /// A part of the number, name, address, venue, municipality or county.
  public var text: String?

  /// Narrows to nothing.
  public init() {}
}

/// A ring as a list shows it.
public struct RingSummary: Sendable {
  /// The public number.
  public let number: RingNumber
  /// The name.
  public let name: String
  /// Where the ring stands.
  public let state: RingState
  /// The day of the state.
  public let since: LocalDate
  /// How many persons are members on the day of the list; nothing for a small count that the reader may not see.
  public var members: Int?

  /// Describes a ring.
  public init(number: RingNumber, name: String, state: RingState, since: LocalDate, members: Int?) {
    self.number = number
    self.name = name
    self.state = state
    self.since = since
    self.members = members
  }
}

/// How many rings of a county stand in a state.
public struct RingCount: Sendable {
  /// The state.
  public let state: RingState
  /// The county.
  public let county: County?
  /// How many.
  public let rings: Int

  /// Counts rings.
  public init(state: RingState, county: County?, rings: Int) {
    self.state = state
    self.county = county
    self.rings = rings
  }
}
