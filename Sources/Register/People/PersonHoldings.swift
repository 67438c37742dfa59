public import Identity

/// What the register holds of one person beside names, memberships and training, for the person to read.
public struct PersonHoldings: Sendable {
  /// A number, name and marks that the person had before.
  public struct Former: Hashable, Sendable {
    /// The number.
    public let number: IdentityNumber
    /// The given and the family name.
    public let name: String

    /// Puts one together.
    public init(number: IdentityNumber, name: String) {
      self.number = number
      self.name = name
    }
  }

  /// What is recorded of the person at an occasion.
  public struct Attendance: Hashable, Sendable {
    /// The sender's identifier of the occasion.
    public let occasion: String
    /// The ring.
    public let ring: RingNumber
    /// The day.
    public let day: LocalDate
    /// Whether the person was called by name.
    public let isOnRoster: Bool
    /// Each status in the order they were recorded, the last of which counts.
    public let statuses: [AttendanceStatus]
    /// Whether another member attests what counts.
    public let isAttested: Bool

    /// Puts one together.
    public init(
      occasion: String, ring: RingNumber, day: LocalDate, isOnRoster: Bool, statuses: [AttendanceStatus],
      isAttested: Bool
    ) {
      self.occasion = occasion
      self.ring = ring
      self.day = day
      self.isOnRoster = isOnRoster
      self.statuses = statuses
      self.isAttested = isAttested
    }
  }

  /// A yearly decision.
  public struct Decision: Hashable, Sendable {
    /// The income year.
    public let year: Int
    /// 1 for the first, one more for each that replaced it.
    public let version: Int
    /// The outcome's code.
    public let outcome: String
    /// The reason's code.
    public let reason: String?
    /// The status's code.
    public let status: String
    /// Occasions attended.
    public let attended: Int
    /// Occasions that counted.
    public let counted: Int
    /// The amount.
    public let amountKronor: Int
    /// The day.
    public let decidedOn: LocalDate

    /// Puts one together.
    public init(
      year: Int, version: Int, outcome: String, reason: String?, status: String, attended: Int, counted: Int,
      amountKronor: Int, decidedOn: LocalDate
    ) {
      self.year = year
      self.version = version
      self.outcome = outcome
      self.reason = reason
      self.status = status
      self.attended = attended
      self.counted = counted
      self.amountKronor = amountKronor
      self.decidedOn = decidedOn
    }
  }

  /// An issued document.
  public struct Document: Hashable, Sendable {
    /// The number.
    public let number: String
    /// The kind's code.
    public let kind: String
    /// Of a letter, its number in the table of letters.
    public let letter: Int?
    /// The day of issue.
    public let issuedOn: LocalDate

    /// Puts one together.
    public init(number: String, kind: String, letter: Int?, issuedOn: LocalDate) {
      self.number = number
      self.kind = kind
      self.letter = letter
      self.issuedOn = issuedOn
    }
  }

  /// A control statement that was sent to Skatteverket.
  public struct Disclosure: Hashable, Sendable {
    /// The income year.
    public let year: Int
    /// The amount.
    public let amountKronor: Int
    /// The day of the file that it was last sent in.
    public let sentOn: LocalDate
    /// The day on which it was taken back.
    public let removedOn: LocalDate?

    /// Puts one together.
    public init(year: Int, amountKronor: Int, sentOn: LocalDate, removedOn: LocalDate?) {
      self.year = year
      self.amountKronor = amountKronor
      self.sentOn = sentOn
      self.removedOn = removedOn
    }
  }

  /// Numbers and names before the ones in force, the earliest first.
  public let formerNames: [Former]
  /// Addresses before the one in force, the earliest first.
  public let formerAddresses: [PostalAddress]
  /// Attendance and rosters, by day.
  public let attendance: [Attendance]
  /// How many entries of others the person attests.
  public let attestationCount: Int
  /// Yearly decisions, by year and version.
  public let decisions: [Decision]
  /// Issued documents, by number.
  public let documents: [Document]
  /// What was handed on, by year.
  public let disclosures: [Disclosure]
  /// The roles of the person's user accounts.
  public let roles: [String]
  /// The audit entry by which the person came into the register.
  public let since: EntryNumber

  /// Puts one together.
  public init(
    formerNames: [Former], formerAddresses: [PostalAddress], attendance: [Attendance], attestationCount: Int,
    decisions: [Decision], documents: [Document], disclosures: [Disclosure], roles: [String],
    since: EntryNumber
  ) {
    self.formerNames = formerNames
    self.formerAddresses = formerAddresses
    self.attendance = attendance
    self.attestationCount = attestationCount
    self.decisions = decisions
    self.documents = documents
    self.disclosures = disclosures
    self.roles = roles
    self.since = since
  }
}
