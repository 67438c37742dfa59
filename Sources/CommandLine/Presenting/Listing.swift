/// Names and values of one thing, a line or a paragraph for each.
public struct Listing: Sendable {
  private var entries: [(name: String, value: String)] = []

  /// Makes a listing without entries.
  public init() {}

  /// Adds an entry; a line end in the value starts a new line under the first.
  public mutating func append(_ name: String, _ value: String) {
    let lines = value.split(separator: "\n", omittingEmptySubsequences: false)
    entries.append((name.printable, lines.map { String($0).printable }.joined(separator: "\n")))
  }

  /// The lines of the listing, the values in one column and wrapped to `width`.
  ///
  /// Without a width nothing is wrapped.
  public func text(width: Int?) -> String {
    let column = (entries.map { $0.name.displayWidth }.max() ?? 0) + 2
    let lines = entries.flatMap { name, value in
      guard !value.isEmpty else { return [name] }
      return Paragraph.wrap(value, width: width ?? .max, first: name.padded(to: column), indent: column)
    }
    return lines.map { $0 + "\n" }.joined()
  }
}
