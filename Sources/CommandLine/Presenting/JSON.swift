/// A JSON value whose objects keep the order of their keys.
public enum JSON: Hashable, Sendable {
  /// A key of an object and its value.
  public struct Member: Hashable, Sendable {
    /// The key.
    public let key: String

    /// The value.
    public let value: JSON

    /// Makes a member.
    public init(_ key: String, _ value: JSON) {
      self.key = key
      self.value = value
    }
  }

  /// Members in the order written; keys are distinct.
  case object([Member])

  /// Values in order.
  case array([JSON])

  /// A text.
  case string(String)

  /// A whole number.
  case integer(Int)

  /// A number with a fixed count of decimals, written as in `12.50`.
  case decimal(String)

  /// True or false.
  case bool(Bool)

  /// No value.
  case null

  /// A text, or null.
  public init(_ text: String?) {
    self = text.map(JSON.string) ?? .null
  }

  /// A whole number, or null.
  public init(_ number: Int?) {
    self = number.map(JSON.integer) ?? .null
  }
}

extension JSON: ExpressibleByDictionaryLiteral, ExpressibleByArrayLiteral, ExpressibleByStringLiteral,
  ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral, ExpressibleByNilLiteral
{
  /// An object with its members in the order written.
  public init(dictionaryLiteral members: (String, JSON)...) {
    self = .object(members.map { Member($0.0, $0.1) })
  }

  /// An array.
  public init(arrayLiteral values: JSON...) {
    self = .array(values)
  }

  /// A text.
  public init(stringLiteral text: String) {
    self = .string(text)
  }

  /// A whole number.
  public init(integerLiteral number: Int) {
    self = .integer(number)
  }

  /// True or false.
  public init(booleanLiteral truth: Bool) {
    self = .bool(truth)
  }

  /// Null.
  public init(nilLiteral: ()) {
    self = .null
  }
}
