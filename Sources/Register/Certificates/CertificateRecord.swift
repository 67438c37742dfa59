public import Identity

/// A certificate as the register knows it beside its document: whose it is, and what has become of it.
public struct CertificateRecord: Hashable, Sendable {
  /// How a certificate was taken back.
  public struct Revocation: Hashable, Sendable {
    /// The first day on which it no longer holds (decision C-92).
    public let from: LocalDate
    /// Whether the decision says that it never held.
    public let isFromBeginning: Bool
    /// The day on which it was entered.
    public let decidedOn: LocalDate
    /// The decision that it rests on, by its number and who made it; no person's name.
    public let decision: String

    /// Describes a revocation.
    public init(from: LocalDate, isFromBeginning: Bool, decidedOn: LocalDate, decision: String) {
      self.from = from
      self.isFromBeginning = isFromBeginning
      self.decidedOn = decidedOn
      self.decision = decision
    }
  }

  /// Its place among all certificates, from 1, which the status list of the badges goes by.
  public let place: Int64
  /// The number of the document.
  public let number: DocumentNumber
  /// The holder.
  public let person: PersonID
  /// The provider that it comes from.
  public let provider: ProviderID
  /// The programme.
  public let programme: Programme
  /// The day of issue.
  public let issuedOn: LocalDate
  /// The day of issue of the first certificate that it corrects, from which months are counted.
  public let heldSince: LocalDate
  /// The day on which the training was complete.
  public let completedOn: LocalDate
  /// The last valid day, or nothing when it does not expire.
  public let validTo: LocalDate?
  /// The certificate that took its place.
  public let successor: DocumentNumber?
  /// How it was taken back.
  public let revocation: Revocation?

  /// Describes a certificate.
  public init(
    place: Int64, number: DocumentNumber, person: PersonID, provider: ProviderID, programme: Programme,
    issuedOn: LocalDate, heldSince: LocalDate, completedOn: LocalDate, validTo: LocalDate?,
    successor: DocumentNumber? = nil, revocation: Revocation? = nil
  ) {
    self.place = place
    self.number = number
    self.person = person
    self.provider = provider
    self.programme = programme
    self.issuedOn = issuedOn
    self.heldSince = heldSince
    self.completedOn = completedOn
    self.validTo = validTo
    self.successor = successor
    self.revocation = revocation
  }

  /// What it is worth on a day (decisions C-38 and C-92).
  ///
  /// One that was corrected is replaced on every day, also before the correction. A revocation counts from its day on,
  /// which is itself revoked, and from the beginning only if the decision says so.
  public func standing(on day: LocalDate) -> DocumentStanding {
    if day < issuedOn { return .notYetIssued(issuedOn) }
    if let successor { return .replaced(by: successor) }
    if let revocation {
      if revocation.isFromBeginning { return .revoked(from: issuedOn) }
      if day >= revocation.from { return .revoked(from: revocation.from) }
    }
    if let validTo, day > validTo { return .expired(after: validTo) }
    return .valid
  }

  /// The first day on which it no longer holds, or nothing while no end is known.
  public var endsOn: LocalDate? {
    [revocation.map { $0.isFromBeginning ? issuedOn : $0.from }, validTo?.adding(days: 1)].compactMap(\.self)
      .min()
  }
}
