public import Identity
public import Register

/// A letter or a written decision to a person, a ring or an organisation, with every word that it says.
///
/// Its XML is the document. Letters are Swedish, whatever the language of the run: they are legal documents.
public struct Letter: Sendable {
  /// What letters are called in the register, and their stylesheets in the templates.
  public static let kind = "letter"

  /// Whom a letter goes to.
  public struct Recipient: Sendable {
    /// The name.
    public var name: String
    /// What stands between the name and the street, such as `c/o Ek`.
    public var lines: [String] = []
    /// The address, nothing where none is known or may be used.
    public var address: PostalAddress?
    /// The number of a person that hides the birth number.
    public var maskedNumber: String?
    /// Whether the person is dead, so that the estate is addressed.
    public var isEstate = false
    /// The words of a cover that holds nothing but the name, for a letter that goes by somebody who knows the address.
    public var cover: String?

    /// Names a recipient.
    public init(name: String) {
      self.name = name
    }
  }

  /// A part of a letter with a heading.
  public struct Section: Sendable {
    /// What a part is for, by which it is set apart.
    public enum Role: String, Sendable {
      /// The text under the outcome, without a heading of its own as a rule.
      case lead
      /// Anything with a heading.
      case plain
      /// What the reader should see first after the outcome.
      case note
      /// How to appeal.
      case appeal
    }

    /// What it is for.
    public var role: Role
    /// The heading.
    public var heading: String?
    /// What it holds.
    public var blocks: [Block]

    /// Makes a part.
    public init(_ role: Role, _ heading: String? = nil, _ blocks: [Block]) {
      self.role = role
      self.heading = heading
      self.blocks = blocks
    }
  }

  /// What a part of a letter holds.
  public enum Block: Sendable {
    /// A paragraph.
    case paragraph(String)
    /// A list with dashes.
    case items([String])
    /// A table of labels and values; an estate's name, say.
    case facts([(label: String, value: String)])
    /// The attendance as a chart, with the least that was needed.
    case attendance(AttendanceCount, needed: Int)
    /// Each condition with its provision.
    case conditions([Statement.Condition])
    /// Each occasion with how it counts, under three column headings.
    case occasions([Occasion], columns: [String])
    /// A code to be copied.
    case code(String)
    /// Room to write by hand, under some words.
    case room(String)
  }

  /// An occasion as a member is told of it.
  public struct Occasion: Sendable {
    /// The day.
    public let day: LocalDate
    /// Meeting or activity.
    public let kind: String
    /// How it counts, in words.
    public let presence: String
    /// Whether it counts, attended or not, or not at all.
    public let state: State

    /// On which side of the fraction an occasion stands.
    public enum State: String, Sendable {
      case attended, missed, uncounted
    }

    /// Describes an occasion.
    public init(day: LocalDate, kind: String, presence: String, state: State) {
      self.day = day
      self.kind = kind
      self.presence = presence
      self.state = state
    }
  }

  /// The number in the table of letters.
  public var letter: Int
  /// The document number, nothing of a letter that is not kept.
  public var number: DocumentNumber?
  /// The day of issue.
  public var issuedOn: LocalDate
  /// By what anyone who is given the letter can ask whether it is genuine.
  public var verificationCode: VerificationCode?
  /// Who writes.
  public var issuer: String
  /// Whether the writer keeps the register.
  public var isByKeeper = true
  /// Whom it goes to.
  public var recipient: Recipient
  /// What stands in the head beside the day and the number.
  public var references: [(label: String, value: String)] = []
  /// The line above the title.
  public var subject: String?
  /// The title.
  public var title: String
  /// What is decided, in a sentence.
  public var outcome: String?
  /// The parts.
  public var sections: [Section] = []
  /// That the letter rests on a bill, as long as it does.
  public var bill: String?

  /// Begins a letter.
  public init(
    _ letter: Int, titled title: String, to recipient: Recipient, by issuer: String, on day: LocalDate
  ) {
    self.letter = letter
    self.title = title
    self.recipient = recipient
    self.issuer = issuer
    self.issuedOn = day
  }
}
