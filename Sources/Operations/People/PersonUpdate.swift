public import Identity
public import Register
import Store

/// What a row or a command says of a person; what it does not say stays as it is.
public struct PersonUpdate: Sendable {
  /// The given names.
  public var givenName: String?
  /// The family name.
  public var familyName: String?
  /// Those parts of the postal address that are given.
  public var address: PostalAddress.Parts?
  /// Whether the person's data are protected.
  public var isProtected: Bool?
  /// The registered birth date.
  public var bornOn: LocalDate?
  /// The day of death.
  public var deceasedOn: LocalDate?
  /// How surely the person is identified.
  public var identityLevel: IdentityLevel?

  /// Says nothing.
  public init() {}

  /// Says all that the details hold.
  public init(_ details: PersonDetails) {
    givenName = details.givenName
    familyName = details.familyName
    address = details.address.map(PostalAddress.Parts.init)
    isProtected = details.isProtected ? true : nil
    bornOn = details.bornOn
    deceasedOn = details.deceasedOn
    identityLevel = details.identityLevel
  }

  /// The details after the update; a protected person has no address (decision C-96).
  ///
  /// - Throws: `VALUE_MISSING` for a part of an address that is neither given nor known.
  func applied(to details: PersonDetails) throws -> PersonDetails {
    var updated = details
    updated.givenName = givenName ?? details.givenName
    updated.familyName = familyName ?? details.familyName
    updated.isProtected = isProtected ?? details.isProtected
    updated.address = updated.isProtected ? nil : try address(completing: details.address)
    updated.bornOn = bornOn ?? details.bornOn
    updated.deceasedOn = deceasedOn ?? details.deceasedOn
    updated.identityLevel = identityLevel ?? details.identityLevel
    return updated
  }

  private func address(completing known: PostalAddress?) throws -> PostalAddress? {
    guard let address else { return known }
    if let whole = PostalAddress(address, completing: known) { return whole }
    let missing = [
      ("street", address.street == nil), ("postcode", address.postcode == nil), ("city", address.city == nil),
    ]
    throw Refusals(missing.filter(\.1).map { Refusal(.valueMissing, column: $0.0) }) ?? Refusal(.valueMissing)
  }
}

extension Transaction {
  /// Enters a person or updates one, and tells whether anything was new.
  ///
  /// - Throws: `VALUE_MISSING` for a new person without a name; `PROTECTION_STANDS`; `DEATH_ALREADY_RECORDED`.
  @discardableResult
  func enter(_ number: IdentityNumber, _ update: PersonUpdate, reason: String?) throws -> Bool {
    guard let person = try connection.person(numbered: number) else {
      let details = try update.applied(to: PersonDetails(givenName: "", familyName: ""))
      guard !details.givenName.isEmpty else { throw Refusal(.valueMissing, column: "given_name") }
      guard !details.familyName.isEmpty else { throw Refusal(.valueMissing, column: "family_name") }
      record.person = try connection.insertPerson(numbered: number, details, entry: entry)
      return true
    }
    let details = try update.applied(to: person.details)
    guard details != person.details else { return false }
    // An old file sent again must not lay a protected person open; that is an act of its own.
    if person.details.isProtected, !details.isProtected {
      throw Refusal(.protectionStands, column: "protected")
    }
    if let known = person.details.deceasedOn, known != details.deceasedOn, reason == nil {
      throw Refusal(.deathAlreadyRecorded, ["day": .day(known)], column: "deceased_on")
    }
    try connection.updatePerson(person.id, details, entry: entry)
    record.person = person.id
    return true
  }
}
