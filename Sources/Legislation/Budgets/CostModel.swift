import Documents

import Register

/// The cost model of an area: what the source counts, recomputed beside what it states.
public struct CostModel: Sendable {
  /// Something that the posts multiply.
  struct Quantity: Sendable {
    enum Value: Sendable {
      case fixed(Fraction)
      case parameter(String, per: Int)
      /// The hours of a programme's plan.
      case hours(Programme)
    }

    let name: String
    let value: Value
    let line: Int
    /// What is doubtful about it.
    let note: String?
  }

  /// A quantity, a total or a number.
  enum Operand: Sendable {
    case named(String)
    case number(Fraction)
  }

  struct Post: Sendable {
    let title: String
    let line: Int
    let stated: Fraction
    let isOnce: Bool
    let factors: [Operand]
  }

  /// Something that the source says of the sums.
  struct Claim: Sendable {
    let title: String
    let line: Int
    let stated: Fraction
    let isPercent: Bool
    let isAtMost: Bool
    let factors: [Operand]
    let divisors: [Operand]
  }

  struct Variation: Sendable {
    let quantity: String
    let values: [Fraction]
  }

  /// The area.
  public let area: Area
  /// Its name.
  public let title: String
  let quantities: [Quantity]
  let posts: [Post]
  let firstYear: (line: Int, stated: Fraction)?
  let running: (line: Int, stated: Fraction)?
  let claims: [Claim]
  let variations: [Variation]
  /// What the source says and no figure of it can be recomputed, each with its line.
  let remarks: [(line: Int, text: String)]

  init(_ root: MarkupElement) throws(XMLFault) {
    area = try root.required("area", Area.init(rawValue:))
    title = try root.required("title")
    var quantities: [Quantity] = []
    for element in root.children(named: "quantity") {
      let value: Quantity.Value =
        if let key = element["parameter"] {
          .parameter(key, per: element["per"].flatMap { Int($0) } ?? 1)
        } else if let programme = try element.optional("plan", Programme.init(rawValue:)) {
          .hours(programme)
        } else {
          .fixed(try element.required("value", Fraction.init(amount:)))
        }
      let note = element.text.collapsed
      quantities.append(
        Quantity(
          name: try element.required("name"), value: value, line: try CostModel.line(of: element),
          note: note.isEmpty ? nil : note))
    }
    self.quantities = quantities
    var posts: [Post] = []
    for element in root.children(named: "post") {
      posts.append(
        Post(
          title: try element.required("title"), line: try CostModel.line(of: element),
          stated: try element.required("stated", Fraction.init(amount:)), isOnce: element["once"] == "true",
          factors: try CostModel.operands("factor", of: element, known: quantities)))
    }
    self.posts = posts
    var totals: [String: (line: Int, stated: Fraction)] = [:]
    for element in root.children(named: "total") where element["stated"] != nil {
      totals[try element.required("kind")] = (
        try CostModel.line(of: element), try element.required("stated", Fraction.init(amount:))
      )
    }
    firstYear = totals["first-year"]
    running = totals["running"]
    var claims: [Claim] = []
    for element in root.children(named: "claim") {
      claims.append(
        Claim(
          title: try element.required("title"), line: try CostModel.line(of: element),
          stated: try element.required("stated", Fraction.init(amount:)),
          isPercent: element["unit"] == "percent", isAtMost: element["at-most"] == "true",
          factors: try CostModel.operands("factor", of: element, known: quantities),
          divisors: try CostModel.operands("divisor", of: element, known: quantities)))
    }
    self.claims = claims
    var variations: [Variation] = []
    for element in root.children(named: "vary") {
      variations.append(
        Variation(
          quantity: try element.required("quantity") { name in
            quantities.contains { $0.name == name } ? name : nil
          },
          values: try element.required("values") { text in
            let parts = text.split(separator: " ")
            let values = parts.compactMap { Fraction(amount: String($0)) }
            return values.count == parts.count ? values : nil
          }))
    }
    self.variations = variations
    var remarks: [(line: Int, text: String)] = []
    for element in root.children(named: "remark") {
      remarks.append((try CostModel.line(of: element), element.text.collapsed))
    }
    self.remarks = remarks
  }

  private static func line(of element: MarkupElement) throws(XMLFault) -> Int {
    try element.required("line") { Int($0) }
  }

  private static func operands(
    _ name: String, of element: MarkupElement, known: [Quantity]
  ) throws(XMLFault) -> [Operand] {
    var operands: [Operand] = []
    for child in element.children(named: name) {
      if let value = try child.optional("value", Fraction.init(amount:)) {
        operands.append(.number(value))
      } else {
        operands.append(
          .named(
            try child.required("of") { name in
              ["first-year", "running"].contains(name) || known.contains { $0.name == name } ? name : nil
            }))
      }
    }
    return operands
  }
}

extension Fraction {
  /// Reads `500` or `3/10`.
  init?(amount text: String) {
    if let fraction = Fraction(text) {
      self = fraction
    } else if let number = Int(text), let whole = Fraction(number, 1) {
      self = whole
    } else {
      return nil
    }
  }

  /// The product, in lowest terms.
  func times(_ other: Fraction) -> Fraction {
    let left = Fraction.reduced(numerator, other.denominator)
    let right = Fraction.reduced(other.numerator, denominator)
    return Fraction(left.0 * right.0, left.1 * right.1) ?? self
  }

  /// The quotient; of nothing it is nothing.
  func divided(by other: Fraction) -> Fraction {
    Fraction(other.denominator, other.numerator).map(times) ?? self
  }

  /// The sum, in lowest terms.
  func plus(_ other: Fraction) -> Fraction {
    let sum = numerator * other.denominator + other.numerator * denominator
    let (part, whole) = Fraction.reduced(sum, denominator * other.denominator)
    return Fraction(part, whole) ?? self
  }

  /// What remains when a number that is no larger is taken away.
  func minus(_ other: Fraction) -> Fraction {
    let rest = numerator * other.denominator - other.numerator * denominator
    let (part, whole) = Fraction.reduced(rest, denominator * other.denominator)
    return Fraction(part, whole) ?? self
  }

  private static func reduced(_ part: Int, _ whole: Int) -> (Int, Int) {
    var (left, right) = (part, whole)
    while right != 0 { (left, right) = (right, left % right) }
    return left == 0 ? (part, whole) : (part / left, whole / left)
  }
}
