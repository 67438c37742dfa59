/// A command line that shows how to use a command, with a remark on what it does.
public struct Example: Sendable, ExpressibleByStringLiteral {
  let line: String
  let remark: Text?

  /// Makes an example of a whole command line, as one would type it.
  public init(_ line: String, _ remark: Text? = nil) {
    self.line = line
    self.remark = remark
  }

  /// Makes an example that needs no remark.
  public init(stringLiteral line: String) {
    self.init(line)
  }
}
