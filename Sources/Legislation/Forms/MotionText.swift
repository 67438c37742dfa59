extension BillDocument {
  /// The proposals as a motion: what riksdagen is asked to tell the government, and why.
  ///
  /// A motion asks for ordinances and acts alike, since it is the government that would draft them (decision C-93).
  public func motion() -> String {
    var lines = ["Förslag till riksdagsbeslut", ""]
    for (index, proposal) in bill.proposals.enumerated() {
      lines += TextColumns.lines(
        "Riksdagen ställer sig bakom det som anförs i motionen om \(proposal.request) och tillkännager detta "
          + "för regeringen.", width: TextColumns.page,
        label: bill.proposals.count > 1 ? "\(index + 1)." : nil)
    }
    lines += ["", "Motivering", ""]
    for proposal in bill.proposals {
      lines += TextColumns.lines(proposal.lawToday, width: TextColumns.page) + [""]
      lines += TextColumns.lines(proposal.answer, width: TextColumns.page) + [""]
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
