public import Identity
public import Register

/// Who files the control statements of which year, and when.
public struct ControlFiling: Hashable, Sendable {
  /// Field 201, the organisation that keeps the register.
  public var organisation: OrganisationNumber

  /// Field 202.
  public var name: String

  /// The person who answers questions.
  public var contact: String

  /// The contact's telephone.
  public var phone: String

  /// The contact's e-mail.
  public var email: String

  /// Field 203, which is also the period of every statement.
  public var year: Int

  /// When the file was made.
  public var createdAt: Moment

  /// Describes a filing.
  public init(
    organisation: OrganisationNumber, name: String, contact: String, phone: String, email: String, year: Int,
    createdAt: Moment
  ) {
    self.organisation = organisation
    self.name = name
    self.contact = contact
    self.phone = phone
    self.email = email
    self.year = year
    self.createdAt = createdAt
  }
}
