public import Identity
public import Register

/// The yearly statement (årsbesked) to one person: what the decision says, for the person's own use.
///
/// It holds no class of the area and no other member's name. Its XML is the document; pages and texts render it.
public struct Statement: Sendable {
  /// Whom the statement goes to.
  public struct Recipient: Sendable {
    /// The name as registered.
    public let name: String
    /// The number that hides the birth number.
    public let maskedNumber: String
    /// Whether the person is dead, so that the estate is addressed.
    public let isEstate: Bool
    /// The address, nothing for a person with protected identity.
    public let address: PostalAddress?

    /// Names a recipient.
    public init(name: String, maskedNumber: String, isEstate: Bool, address: PostalAddress?) {
      self.name = name
      self.maskedNumber = maskedNumber
      self.isEstate = isEstate
      self.address = address
    }
  }

  /// That the statement takes the place of another.
  public struct Correction: Sendable {
    /// The acts that give a new statement.
    public enum Act: String, Sendable {
      /// A slip of the pen put right (36 § förvaltningslagen).
      case slip
      /// A slip of the arithmetic put right.
      case miscalculation
      /// Another version of the decision (66 kap. skatteförfarandelagen).
      case change

      /// The act that puts a slip right.
      public init(_ slip: SlipKind) {
        self = slip == .writing ? .slip : .miscalculation
      }
    }

    /// The act.
    public let act: Act
    /// The document whose place it takes.
    public let supersedes: DocumentNumber
    /// What the officer gave as reason.
    public let reason: String?

    /// Describes a correction.
    public init(act: Act, supersedes: DocumentNumber, reason: String?) {
      self.act = act
      self.supersedes = supersedes
      self.reason = reason
    }
  }

  /// One condition with the words that explain it.
  public struct Condition: Sendable {
    /// The condition.
    public let rule: String
    /// Whether it holds.
    public let state: String
    /// The provision in words.
    public let citation: String
    /// The sentence.
    public let text: String
    /// The first day of the value that the condition was tested by.
    public let valueFrom: LocalDate?
    /// The same words in another language, for reading.
    public let translation: Translation?

    /// The words of a condition in another language. They stand in the document, so that they say the same as long as it does.
    public struct Translation: Sendable {
      /// The language.
      public let language: Language
      /// The provision in words.
      public let citation: String
      /// The sentence.
      public let text: String
    }

    /// Words a condition as the catalogue does, and for reading as another one does.
    public init(
      _ reason: DecisionReason, in catalogue: MessageCatalogue, translatedBy other: MessageCatalogue? = nil
    ) {
      rule = reason.rule.rawValue
      state = reason.state.rawValue
      citation = catalogue.citation(of: reason.rule)
      text = catalogue.sentence(for: reason)
      valueFrom = if case .day(let day) = reason.facts["from"] { day } else { nil }
      translation = other.map { other in
        Translation(
          language: other.language, citation: other.citation(of: reason.rule),
          text: other.sentence(for: reason))
      }
    }
  }

  /// The document number.
  public let number: DocumentNumber
  /// The day of issue.
  public let issuedOn: LocalDate
  /// By what anyone who is given the statement can ask whether it is genuine.
  public let verificationCode: VerificationCode
  /// Where it is asked, which the QR code holds.
  public let service: ServiceAddress
  /// Who keeps the register.
  public let issuer: String
  /// Whom it goes to.
  public let recipient: Recipient
  /// Whether it takes the place of another.
  public let correction: Correction?
  /// The income year.
  public let year: Int
  /// The day of the decision.
  public let decidedOn: LocalDate
  /// Whether no officer took part.
  public let isAutomated: Bool
  /// The version of the decision.
  public let version: Int
  /// The amount in whole kronor.
  public let amount: Int
  /// The printed fraction.
  public let count: AttendanceCount
  /// The least attendance that reaches the share.
  public let needed: Int
  /// The unbroken stretches of qualifying days.
  public let windows: [QualifyingWindow]
  /// By what the values are known that the decision used.
  public let ruleSet: String
  /// Every condition.
  public let conditions: [Condition]
  /// What is said of other benefits, nothing unless the law data say something (decision C-23).
  public let incomeNeutralText: String?

  /// Puts a statement together.
  public init(
    number: DocumentNumber, issuedOn: LocalDate, verificationCode: VerificationCode,
    service: ServiceAddress, issuer: String, recipient: Recipient, correction: Correction? = nil, year: Int,
    decidedOn: LocalDate, isAutomated: Bool,
    version: Int, amount: Int,
    count: AttendanceCount, needed: Int, windows: [QualifyingWindow], ruleSet: String,
    conditions: [Condition],
    incomeNeutralText: String? = nil
  ) {
    self.number = number
    self.issuedOn = issuedOn
    self.verificationCode = verificationCode
    self.service = service
    self.issuer = issuer
    self.recipient = recipient
    self.correction = correction
    self.year = year
    self.decidedOn = decidedOn
    self.isAutomated = isAutomated
    self.version = version
    self.amount = amount
    self.count = count
    self.needed = needed
    self.windows = windows
    self.ruleSet = ruleSet
    self.conditions = conditions
    self.incomeNeutralText = incomeNeutralText
  }
}
