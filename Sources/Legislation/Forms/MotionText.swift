import Documents

extension BillDocument {
  /// The proposals as a motion: what riksdagen is asked to tell the government, and why.
  ///
  /// A motion asks for ordinances and acts alike, since it is the government that would draft them (decision C-93).
  public func motion() -> String {
    let asked = bill.proposals.map { BillDocument.telling(of: $0.request) }
    return (demands(asked) + grounds).joined(separator: "\n") + "\n"
  }

  /// The proposals as a motion that proposes the wording of the acts and asks the government for the ordinances
  /// (decision C-93).
  ///
  /// Where there is no act to adopt, the government is told as in the other motion.
  public func actMotion() -> String {
    guard !bill.acts.isEmpty else { return motion() }
    let asked =
      bill.acts.map { "Riksdagen antar det i motionen framlagda förslaget till \($0.title)." }
      + bill.ordinances.map { BillDocument.telling(of: "att regeringen bör meddela en \($0.title)") }
    var lines = demands(asked) + ["Lagförslag", ""]
    for (index, act) in bill.acts.enumerated() {
      let number = bill.acts.count > 1 ? "\(index + 1) " : ""
      let heading = "\(number)Förslag till \(act.title)"
      lines += TextColumns.lines(heading, width: TextColumns.page) + [""] + self.lines(of: act) + ["", ""]
    }
    return (lines + grounds).joined(separator: "\n") + "\n"
  }

  private static func telling(of request: String) -> String {
    "Riksdagen ställer sig bakom det som anförs i motionen om \(request) och tillkännager detta för regeringen."
  }

  private func demands(_ sentences: [String]) -> [String] {
    let lines = sentences.enumerated().flatMap { index, sentence in
      TextColumns.lines(
        sentence, width: TextColumns.page, label: sentences.count > 1 ? "\(index + 1)." : nil)
    }
    return ["Förslag till riksdagsbeslut", ""] + lines + [""]
  }

  private var grounds: [String] {
    bill.proposals.reduce(into: ["Motivering", ""]) { lines, proposal in
      lines += TextColumns.lines(proposal.lawToday, width: TextColumns.page) + [""]
      lines += TextColumns.lines(proposal.answer, width: TextColumns.page) + [""]
    }
  }
}
