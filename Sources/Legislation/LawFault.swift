public import Documents
public import Register

/// What is wrong with the law data, and where.
///
/// The wording stands in the message catalogue under `code`.
public struct LawFault: Error, Hashable, Sendable {
  /// The faults that only law data can have.
  public enum Code: String, CaseIterable, Sendable {
    /// The folder or a file in it cannot be read.
    case unreadable = "LAW_UNREADABLE"
    /// The folder holds no file of the kind.
    case noFiles = "LAW_NO_FILES"
    /// The file is some other kind of document.
    case wrongRoot = "LAW_WRONG_ROOT"
    /// Text stands where only elements may.
    case strayText = "LAW_STRAY_TEXT"
    /// A value names no source.
    case sourceEmpty = "LAW_SOURCE_EMPTY"
    /// The attribute `key` is not the first.
    case keyNotFirst = "PARAMETER_KEY_NOT_FIRST"
    /// No rule knows the key.
    case unknown = "PARAMETER_UNKNOWN"
    /// No file holds the key.
    case missing = "PARAMETER_MISSING"
    /// The key stands twice, in one file or in two.
    case repeated = "PARAMETER_REPEATED"
    /// The key has another type.
    case wrongType = "PARAMETER_TYPE"
    /// The key has another unit, or none.
    case wrongUnit = "PARAMETER_UNIT"
    /// The key has other choices.
    case wrongChoices = "PARAMETER_CHOICES"
    /// The key has no value at all.
    case empty = "PARAMETER_EMPTY"
    /// A value starts on something that is no day.
    case wrongDay = "PARAMETER_DAY"
    /// Two values start on the same day.
    case overlap = "PARAMETER_OVERLAP"
    /// A value is not written as its type demands.
    case wrongValue = "PARAMETER_VALUE"
    /// The key must have a value on every day.
    case noneNotAllowed = "PARAMETER_NONE"
    /// The modules of a plan do not sum to its total.
    case planSum = "PLAN_SUM"
    /// Two plans of a programme start on the same day.
    case planOverlap = "PLAN_OVERLAP"
    /// A plan names a module twice, or advises an order after a module it lacks.
    case planModule = "PLAN_MODULE"
    /// No file holds the plan of a programme.
    case planMissing = "PLAN_MISSING"
    /// A draft changes an act that no longer applies.
    case actRepealed = "LAW_ACT_REPEALED"
    /// A draft changes an act that the law data does not know.
    case actUnknown = "LAW_ACT_UNKNOWN"
    /// A draft changes an act that is known and has no file among the statutes.
    case statuteMissing = "LAW_STATUTE_MISSING"
    /// A letter, a text or words of letters that the program needs are not there.
    case letterMissing = "LETTER_MISSING"
    /// Words of a letter name a fact that no letter knows.
    case letterPlace = "LETTER_PLACE"
    /// A letter cites an act that is unknown or repealed.
    case letterAct = "LETTER_ACT"
  }

  /// What went wrong: a code of the law data or of a faulty document.
  public let code: String

  /// The file, or the folder when no single file is at fault.
  public let file: String

  /// The line from 1, or 0 when no line is at fault.
  public let line: Int

  /// The values that the wording names.
  public let facts: [String: Fact]

  /// Makes a fault of the law data.
  public init(_ code: Code, file: String, line: Int = 0, _ facts: [String: Fact] = [:]) {
    self.code = code.rawValue
    self.file = file
    self.line = line
    self.facts = facts
  }

  /// Takes over the fault of a document.
  public init(_ fault: XMLFault) {
    self.code = fault.code.rawValue
    self.file = fault.file
    self.line = fault.line
    self.facts = fault.facts.mapValues(Fact.text)
  }
}

/// Everything that is wrong with the law data, so that it is mended in one go.
public struct LawFaults: Error, Hashable, Sendable {
  /// The faults, at least one, file by file and from the top of each.
  public let all: [LawFault]
}
