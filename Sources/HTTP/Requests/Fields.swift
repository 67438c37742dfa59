/// Names with values in the order they came: a query, a form, cookies or headers.
public struct Fields: Hashable, Sendable {
  /// A name and its value.
  public struct Field: Hashable, Sendable {
    /// The name.
    public let name: String

    /// The value, decoded.
    public let value: String

    /// Makes a field.
    public init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// Every field.
  public private(set) var all: [Field]

  /// Makes fields, none unless given.
  public init(_ all: [Field] = []) {
    self.all = all
  }

  /// The first value of a name.
  public subscript(name: String) -> String? {
    all.first { $0.name == name }?.value
  }

  /// Every value of a name, in order.
  public func values(_ name: String) -> [String] {
    all.filter { $0.name == name }.map(\.value)
  }

  /// Adds a field after the others.
  public mutating func append(_ name: String, _ value: String) {
    all.append(Field(name, value))
  }
}
