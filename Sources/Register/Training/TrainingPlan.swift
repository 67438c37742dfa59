public import Identity

/// One version of a programme that enrols its participants: what they must go through, from a day.
///
/// The version in force on a participant's first day binds (decision C-29). The modules sum to `minutes`, which was
/// checked when the law data was read.
public struct TrainingPlan: Hashable, Sendable {
  /// A part of a programme with minutes of its own.
  public struct Module: Hashable, Sendable {
    /// The code, as sessions name it.
    public let code: String
    /// The Swedish name.
    public let title: String
    /// The minutes it takes.
    public let minutes: Int
    /// What it is about, in Swedish.
    public let content: String
    /// Who must supervise it, or nothing for a module that is taught.
    public let supervisedBy: SupervisorKind?
    /// The parameter with the most weeks that the module may take.
    public let maximumWeeks: String?
    /// The codes of the modules that are better taken before.
    public let advisedAfter: [String]
    /// The line of the analysis or the decision that fixes it.
    public let source: String

    /// Whether it is practice under supervision, for which nothing else is ever credited (decision C-29).
    public var isPractice: Bool { supervisedBy != nil }

    /// Describes a module.
    public init(
      code: String, title: String, minutes: Int, content: String = "", supervisedBy: SupervisorKind? = nil,
      maximumWeeks: String? = nil, advisedAfter: [String] = [], source: String
    ) {
      self.code = code
      self.title = title
      self.minutes = minutes
      self.content = content
      self.supervisedBy = supervisedBy
      self.maximumWeeks = maximumWeeks
      self.advisedAfter = advisedAfter
      self.source = source
    }
  }

  /// Who is admitted, by the parameters that say so.
  public struct Entry: Hashable, Sendable {
    /// The parameter that lists programmes, whose certificate admits, and professions.
    public let conditions: String
    /// The parameter with the months since that certificate.
    public let months: String

    /// Names the parameters.
    public init(conditions: String, months: String) {
      self.conditions = conditions
      self.months = months
    }
  }

  /// The programme.
  public let programme: Programme
  /// The programme's Swedish name.
  public let title: String
  /// The first day on which a participant may start by it.
  public let from: LocalDate
  /// The line of the analysis or the decision that fixes it.
  public let source: String
  /// Whether each session must name an approved trainer; else the provider answers for the teaching.
  public let needsTrainer: Bool
  /// Who is admitted, or nothing when everyone is.
  public let entry: Entry?
  /// The parameter with the advised length in weeks.
  public let advisedWeeks: String?
  /// The modules in the advised order.
  public let modules: [Module]

  /// Describes a version.
  public init(
    programme: Programme, title: String, from: LocalDate, source: String, needsTrainer: Bool = false,
    entry: Entry? = nil, advisedWeeks: String? = nil, modules: [Module]
  ) {
    self.programme = programme
    self.title = title
    self.from = from
    self.source = source
    self.needsTrainer = needsTrainer
    self.entry = entry
    self.advisedWeeks = advisedWeeks
    self.modules = modules
  }

  /// The minutes of all modules.
  public var minutes: Int { modules.reduce(0) { $0 + $1.minutes } }

  /// The minutes of the modules under supervision.
  public var practiceMinutes: Int { modules.reduce(0) { $0 + ($1.isPractice ? $1.minutes : 0) } }

  /// The module of a code.
  public func module(_ code: String) -> Module? {
    place(of: code).map { modules[$0] }
  }

  /// Where the module of a code stands; asked of every session, it copies none.
  public func place(of code: String) -> Int? {
    modules.indices.first { modules[$0].code == code }
  }

  /// Who must supervise the module of a code, if anybody.
  public func supervisor(of code: String) -> SupervisorKind? {
    place(of: code).flatMap { modules[$0].supervisedBy }
  }
}
