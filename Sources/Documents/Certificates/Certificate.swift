public import Identity
public import Register

/// The certificate of a programme, or the attestation of ring training: what a participant has gone through.
///
/// It is frozen at issue: a new name of the holder, a new version of the programme or new templates never alter one. Its
/// XML is the document; pages, texts and the badge render it.
public struct Certificate: Sendable {
  /// The provider that it comes from.
  public struct Issuer: Sendable {
    /// The name as registered.
    public let name: String
    /// The organisation number.
    public let number: OrganisationNumber

    /// Names a provider.
    public init(name: String, number: OrganisationNumber) {
      self.name = name
      self.number = number
    }
  }

  /// A part of the programme.
  public struct Module: Sendable {
    /// The code, as sessions name it.
    public let code: String
    /// The Swedish name.
    public let title: String
    /// The minutes credited.
    public let minutes: Int

    /// Describes a part.
    public init(code: String, title: String, minutes: Int) {
      self.code = code
      self.title = title
      self.minutes = minutes
    }
  }

  /// The certificate whose place it takes.
  public struct Correction: Sendable {
    /// Its number.
    public let supersedes: DocumentNumber
    /// What was given as reason.
    public let reason: String

    /// Describes a correction.
    public init(supersedes: DocumentNumber, reason: String) {
      self.supersedes = supersedes
      self.reason = reason
    }
  }

  /// The document number.
  public let number: DocumentNumber
  /// The day of issue.
  public let issuedOn: LocalDate
  /// By what anyone who is given it can ask whether it is genuine.
  public let verificationCode: VerificationCode
  /// Where it is asked, which the QR code holds.
  public let service: ServiceAddress
  /// The last day on which it is valid, or nothing when it does not expire.
  public let validTo: LocalDate?
  /// The provider.
  public let issuer: Issuer
  /// The name of the holder as it was then.
  public let holder: String
  /// The number that hides the birth number.
  public let maskedNumber: String
  /// The programme.
  public let programme: Programme
  /// The Swedish name of the programme.
  public let title: String
  /// The day on which the last condition was fulfilled.
  public let completedOn: LocalDate
  /// Every part in the plan's order.
  public let modules: [Module]
  /// Whether it takes the place of another.
  public let correction: Correction?

  /// Puts a certificate together.
  public init(
    number: DocumentNumber, issuedOn: LocalDate, verificationCode: VerificationCode, service: ServiceAddress,
    validTo: LocalDate?, issuer: Issuer, holder: String, maskedNumber: String, programme: Programme,
    title: String, completedOn: LocalDate, modules: [Module], correction: Correction? = nil
  ) {
    self.number = number
    self.issuedOn = issuedOn
    self.verificationCode = verificationCode
    self.service = service
    self.validTo = validTo
    self.issuer = issuer
    self.holder = holder
    self.maskedNumber = maskedNumber
    self.programme = programme
    self.title = title
    self.completedOn = completedOn
    self.modules = modules
    self.correction = correction
  }

  /// The minutes of all parts.
  public var minutes: Int { modules.reduce(0) { $0 + $1.minutes } }
}
