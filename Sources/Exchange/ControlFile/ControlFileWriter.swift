/// Writes control statements into the envelope that Skatteverket's statements have, one on each line.
///
/// No form for the tax reduction exists: the file is a proposal, says so at its top, and has a namespace and a field
/// code of its own (contract, "The control file"). What is the same in every statement is put together once, so that a
/// million statements cost little more than their digits.
public struct ControlFileWriter {
  private let output: ControlFileOutput
  private let filing: ControlFiling
  private let form: ControlForm
  private let check: ControlFileCheck?
  private var waiting: [ControlStatement] = []

  /// How many statements are put together, checked and written at a time, about 600 kB.
  private static let sliceSize = 1000

  static let namespace = "urn:trygghetsregister:forslag:kontrolluppgift:1"

  /// Begins a file; with a check, every slice of it is held against schema and rules before it counts as written.
  public init(replacing path: String, filing: ControlFiling, check: ControlFileCheck? = nil) throws {
    self.output = try ControlFileOutput(replacing: path)
    self.filing = filing
    self.form = try ControlForm(filing)
    self.check = check
    try output.append { [form] in form.head }
  }

  /// Writes a statement that keeps the rules, or writes nothing and tells which it breaks.
  public mutating func write(_ statement: ControlStatement) throws -> [ControlFinding] {
    let findings = statement.findings(filedBy: filing.organisation)
    guard findings.isEmpty else { return findings }
    waiting.append(statement)
    if waiting.count == ControlFileWriter.sliceSize { try handOver() }
    return []
  }

  /// Ends the file, which then lies complete on the disk but takes its place only when it is committed.
  public mutating func finish() throws {
    try handOver()
    try output.append { ControlForm.tail }
    try output.finish()
  }

  /// Puts a finished file in its place.
  public func commit() throws {
    try output.commit()
  }

  private mutating func handOver() throws {
    try output.append { [waiting, form, check] in
      let slice = try form.written(waiting)
      try check?.check(form.head + slice + ControlForm.tail)
      return slice
    }
    waiting = []
    waiting.reserveCapacity(ControlFileWriter.sliceSize)
  }
}
