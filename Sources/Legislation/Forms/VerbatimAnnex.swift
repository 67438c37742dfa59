public import Documents

/// The source's proposals word for word.
public struct VerbatimAnnex: Sendable {
  private let proposals: [Proposal]

  /// Gathers the proposals of the law data.
  public init(_ law: Law) {
    proposals = law.proposals
  }

  /// The annex as plain text, each proposal on one line as the source has it.
  public func text() -> String {
    proposals.map { "\($0.id) (rad \($0.line))\n\($0.verbatim)\n" }.joined(separator: "\n")
  }

  /// The annex as XML, from which the other forms are rendered.
  ///
  /// - Throws: a fault when a text holds a character that XML cannot.
  public func xml() throws(XMLFault) -> [UInt8] {
    var writer = XMLWriter()
    try writer.element("verbatim", ["xmlns": "urn:trygghetsregister:verbatim:1"]) { writer throws(XMLFault) in
      for proposal in proposals {
        try writer.element(
          "proposal", ["id": proposal.id, "line": String(proposal.line)], text: proposal.verbatim)
      }
    }
    return writer.bytes
  }
}
