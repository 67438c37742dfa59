public import Identity
import Register

extension Bill {
  /// Everything that the checks find, in the source's proposals first and then draft by draft.
  ///
  /// - Parameters:
  ///   - day: the day on which the bill is checked.
  ///   - leadMonths: the fewest months from that day to the commencement.
  public func findings(law: Law, on day: LocalDate, leadMonths: Int) -> [Finding] {
    var findings = proposals.flatMap { SourceCheck($0, law: law).findings }
    if !all.isEmpty, day.adding(months: leadMonths) > commencement {
      findings.append(
        Finding(
          .commencementTooEarly, place: commencement.description,
          ["day": .day(commencement), "earliest": .day(day.adding(months: leadMonths))]))
    }
    guard !isAsProposed else { return findings }
    findings += assembly
    var seen: Set<Finding> = []
    let references = References(law: law, bill: self)
    for act in all {
      findings += PlaceCheck(act, of: self, law: law).findings
      findings += TextCheck(act, of: self, law: law, references).findings
    }
    findings += termsDefinedTwice
    return findings.filter { seen.insert($0).inserted }
  }

  private var termsDefinedTwice: [Finding] {
    var first: [String: DraftAct] = [:]
    var findings: [Finding] = []
    for act in all {
      for term in act.definedTerms {
        if let other = first[term] {
          findings.append(
            Finding(.termTwice, place: act.title, ["term": .text(term), "other": .text(other.title)]))
        } else {
          first[term] = act
        }
      }
    }
    return findings
  }
}

extension DraftAct {
  /// The terms that its provisions define.
  var definedTerms: [String] {
    sections.flatMap { section in
      section.passages.flatMap { passage in
        passage.lines.compactMap { if case .term(let term) = $0.marker { term } else { nil } }
      }
    }
  }
}
