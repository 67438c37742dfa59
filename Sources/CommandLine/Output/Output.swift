/// Where a run writes: results on standard output, messages on standard error.
public struct Output: Sendable {
  /// Why a result could not be written.
  public enum Failure: Error, Equatable {
    /// The reader has gone, which is no fault.
    case closed

    /// The system refused the write, with its error number.
    case failed(Int32)
  }

  /// The results.
  public let standard: Stream

  /// The messages.
  public let errors: Stream

  /// Makes an output of two streams.
  public init(standard: Stream, errors: Stream) {
    self.standard = standard
    self.errors = errors
  }

  /// The standard output and standard error of the process.
  public static func process(environment: [String: String]) -> Output {
    Output(
      standard: Stream(descriptor: 1, environment: environment, capacity: 1 << 16),
      errors: Stream(descriptor: 2, environment: environment, capacity: 0))
  }

  /// An output that keeps all that is written, as if to a terminal of that width or to none.
  public static func collecting(terminalWidth: Int? = nil) -> Output {
    Output(standard: Stream(terminalWidth: terminalWidth), errors: Stream(terminalWidth: terminalWidth))
  }

  /// Writes a part of a result, as it is.
  public func write(_ text: String) throws(Failure) {
    try standard.write(text.utf8)
  }

  /// Writes a part of a result, as it is.
  public func write(_ bytes: some Collection<UInt8>) throws(Failure) {
    try standard.write(bytes)
  }

  /// Writes a line of a result.
  public func print(_ line: String = "") throws(Failure) {
    try standard.write((line + "\n").utf8)
  }

  /// Writes a paragraph of a result, broken between words where a terminal ends, the later lines indented.
  public func print(paragraph: String, indent: Int = 0) throws(Failure) {
    try print(paragraph.fitted(to: standard.terminalWidth, indent: indent))
  }

  /// Writes a table, as wide as it needs or as the terminal allows.
  public func print(_ table: Table) throws(Failure) {
    try write(table.text(width: standard.terminalWidth))
  }

  /// Writes a listing, as wide as it needs or as the terminal allows.
  public func print(_ listing: Listing) throws(Failure) {
    try write(listing.text(width: standard.terminalWidth))
  }

  /// Writes one JSON document.
  public func print(_ json: JSON) throws(Failure) {
    try write(json.document)
  }

  /// Writes a line for the person at the terminal; results written before it come first.
  ///
  /// There is nobody to tell when it fails.
  public func note(_ line: String) {
    try? standard.flush()
    try? errors.write((line + "\n").utf8)
  }

  /// Writes a paragraph for the person at the terminal, broken between words where the terminal ends.
  public func note(paragraph: String) {
    note(paragraph.fitted(to: errors.terminalWidth, indent: 0))
  }
}

extension String {
  /// The text as it is where there is no terminal, else in lines no wider than it.
  fileprivate func fitted(to width: Int?, indent: Int) -> String {
    guard let width else { return self }
    return Paragraph.wrap(self, width: width, indent: indent).joined(separator: "\n")
  }
}
