import Documents
import Register

extension CostReport {
  /// What the area costs and where the source's own figures differ, as a bill says it.
  var sentences: [String] {
    let sums =
      firstYear.rounded == running.rounded
      ? "\(title) beräknas kosta \(running.inKronor) om året."
      : "\(title) beräknas kosta \(firstYear.inKronor) det första året och \(running.inKronor) om året därefter."
    let deviating = lines.filter(\.deviates).compactMap { line -> String? in
      guard let stated = line.stated, let place = line.line else { return nil }
      return "Källan anger \(line.inWords(stated)) (\(line.title.lowercasingFirst), rad \(place)); "
        + "omräknat blir det \(line.inWords(line.recomputed))."
    }
    return [([sums] + deviating).joined(separator: " ")]
  }
}

extension CostReport.Line {
  fileprivate func inWords(_ value: Fraction) -> String {
    isPercent ? written(value).replacing("%", with: "procent") : value.inKronor
  }
}

extension Fraction {
  /// A sum in words, in millions where it is a whole number of tenths of one: `48,5 miljoner kronor`.
  fileprivate var inKronor: String {
    let tenth = 100_000
    guard rounded >= 10 * tenth, rounded % tenth == 0 else {
      return "\(Language.swedish.amount(rounded)) kronor"
    }
    let tenths = rounded / tenth
    let whole = Language.swedish.amount(tenths / 10) + (tenths % 10 == 0 ? "" : ",\(tenths % 10)")
    return "\(whole) \(tenths == 10 ? "miljon" : "miljoner") kronor"
  }
}

extension String {
  fileprivate var lowercasingFirst: String { prefix(1).lowercased() + dropFirst() }
}
