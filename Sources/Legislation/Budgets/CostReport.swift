public import Identity
public import Register

/// A cost model with the values of a day: every line recomputed and set beside the source's figure.
public struct CostReport: Sendable {
  /// A figure of the source and what it should be.
  public struct Line: Sendable {
    /// What it is.
    public let title: String
    /// The line of the source, or nothing where the source gives no figure.
    public let line: Int?
    /// The source's figure.
    public let stated: Fraction?
    /// The figure recomputed; the source's own where it shows no arithmetic.
    public let recomputed: Fraction
    /// Whether the two differ, or the one passes the other where the source sets a limit.
    public let deviates: Bool
    /// Whether the figure is a share in percent and not a sum in kronor.
    public let isPercent: Bool
  }

  /// What a sum becomes when one quantity is another.
  public struct Case: Sendable {
    /// The quantity.
    public let quantity: String
    /// Its value.
    public let value: Fraction
    /// The sum of the first year.
    public let firstYear: Fraction
  }

  /// The area.
  public let area: Area
  /// Its name.
  public let title: String
  /// The posts, the totals and the claims, in that order.
  public let lines: [Line]
  /// The sum of the first year.
  public let firstYear: Fraction
  /// The sum of each year after it.
  public let running: Fraction
  /// What is doubtful about the quantities or cannot be recomputed, each with its line.
  public let doubts: [(line: Int, note: String)]
  /// How the sum moves.
  public let cases: [Case]

  /// Recomputes a model by the parameters in force on a day.
  ///
  /// - Throws: `PARAMETER_NOT_IN_FORCE`.
  public init(_ model: CostModel, parameters: Parameters, on day: LocalDate) throws(Refusal) {
    var values: [String: Fraction] = [:]
    for quantity in model.quantities {
      values[quantity.name] = try quantity.amount(parameters, on: day)
    }
    let sums = model.sums(values)
    firstYear = sums.firstYear
    running = sums.running
    values["first-year"] = firstYear
    values["running"] = running
    var lines = zip(model.posts, sums.posts).map { post, sum in
      Line(post.title, line: post.line, stated: post.stated, recomputed: sum)
    }
    for (title, total, sum) in [
      ("Totalt första året", model.firstYear, firstYear), ("Årlig drift", model.running, running),
    ] {
      lines.append(Line(title, line: total?.line, stated: total?.stated, recomputed: sum))
    }
    for claim in model.claims {
      var value = claim.factors.reduce(Fraction.one) { $0.times($1.amount(values)) }
      for divisor in claim.divisors { value = value.divided(by: divisor.amount(values)) }
      if claim.isPercent { value = value.times(Fraction.hundred) }
      lines.append(
        Line(
          claim.title, line: claim.line, stated: claim.stated, recomputed: value, isAtMost: claim.isAtMost,
          isPercent: claim.isPercent))
    }
    self.lines = lines
    area = model.area
    title = model.title
    let notes = model.quantities.compactMap { quantity in
      quantity.note.map { (quantity.line, "\(quantity.name): \($0)") }
    }
    doubts = (notes + model.remarks).sorted { $0.0 < $1.0 }
    cases = model.variations.flatMap { variation in
      variation.values.map { value in
        var varied = values
        varied[variation.quantity] = value
        return Case(quantity: variation.quantity, value: value, firstYear: model.sums(varied).firstYear)
      }
    }
  }
}

extension CostReport.Line {
  init(
    _ title: String, line: Int?, stated: Fraction?, recomputed: Fraction, isAtMost: Bool = false,
    isPercent: Bool = false
  ) {
    self.title = title
    self.line = line
    self.stated = stated
    self.recomputed = recomputed
    self.isPercent = isPercent
    // Exact: nothing is rounded before the two are compared.
    deviates =
      stated.map { stated in
        let left = recomputed.numerator * stated.denominator
        let right = stated.numerator * recomputed.denominator
        return isAtMost ? left > right : left != right
      } ?? false
  }
}

extension CostModel.Quantity {
  fileprivate func amount(_ parameters: Parameters, on day: LocalDate) throws(Refusal) -> Fraction {
    switch value {
    case .fixed(let fraction): return fraction
    case .hours(let programme):
      return Fraction(try parameters.plan(of: programme, startedOn: day).minutes, 60) ?? .one
    case .parameter(let key, let per):
      let value = try parameters.dated(key, on: day).value
      let amount: Fraction? =
        switch value {
        case .integer(let number): Fraction(number, per)
        case .fraction(let share): share
        default: nil
        }
      return amount ?? .one
    }
  }
}

extension CostModel.Operand {
  fileprivate func amount(_ values: [String: Fraction]) -> Fraction {
    switch self {
    case .named(let name): values[name] ?? .one
    case .number(let number): number
    }
  }
}

extension CostModel {
  fileprivate func sums(
    _ values: [String: Fraction]
  ) -> (posts: [Fraction], firstYear: Fraction, running: Fraction) {
    let sums = posts.map { post in
      post.factors.isEmpty ? post.stated : post.factors.reduce(Fraction.one) { $0.times($1.amount(values)) }
    }
    let firstYear = sums.reduce(Fraction.nothing) { $0.plus($1) }
    let running = zip(posts, sums).reduce(Fraction.nothing) { $1.0.isOnce ? $0 : $0.plus($1.1) }
    return (sums, firstYear, running)
  }
}

extension Fraction {
  static let nothing = Fraction(whole: 0)
  static let one = Fraction(whole: 1)
  static let hundred = Fraction(whole: 100)

  private init(whole: UInt8) {
    guard let fraction = Fraction(Int(whole), 1) else { preconditionFailure("one is a denominator") }
    self = fraction
  }
}
