public import Identity
public import Register

extension Parameters {
  /// The fewest months from a day to the commencement of what is decided after it (decision C-95).
  ///
  /// Drafts are made before the first value applies, so the earliest one stands in then.
  public func leadMonths(on day: LocalDate) -> Int {
    let values = history(of: "law.lead_months")
    let value = values.last { $0.from <= day } ?? values.first
    return if case .integer(let months) = value?.value { months } else { 0 }
  }
}
