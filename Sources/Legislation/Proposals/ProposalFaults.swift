import Documents
import Register

extension Law {
  /// What proposal files name and the law data does not hold: a statute, a new act, a proposal, a paragraph that stays.
  var proposalFaults: [LawFault] {
    var faults: [LawFault] = []
    let names = newActs
    let ids = Set(proposals.map(\.id))
    func note(_ value: String, _ attribute: String, in element: String, at place: SourceLine) {
      faults.append(
        LawFault(
          XMLFault(
            .attributeValue, file: place.file, line: place.line,
            facts: ["attribute": attribute, "value": value, "element": element])))
    }
    for proposal in proposals where !proposal.place.file.hasSuffix("/\(proposal.id).xml") {
      note(proposal.id, "id", in: "proposal", at: proposal.place)
    }
    for draft in proposals.flatMap(\.drafts) {
      switch draft {
      case .amending(let statute, let body) where statutes[statute] == nil:
        faults.append(fault(of: statute, at: body.place))
        continue
      case .repealing(let statute, let place) where acts[statute]?.repeal != nil || acts[statute] == nil:
        faults.append(fault(of: statute, at: place))
      default: break
      }
      for section in draft.body?.sections ?? [] {
        if let with = section.with, !ids.contains(with) {
          note(with, "with", in: "section", at: section.place)
        }
        let standing = draft.statute.flatMap { statutes[$0]?.current(section.provision) }?.passages.count ?? 0
        for passage in section.passages {
          for id in passage.namedActs where names[id] == nil {
            note(id, "id", in: "new-act", at: passage.source)
          }
          if case .same(let range) = passage.content, range.upperBound > standing {
            let last = range.count > 1 ? "–\(range.upperBound)" : ""
            note("\(range.lowerBound)\(last)", "p", in: "same", at: passage.source)
          }
        }
      }
    }
    return faults
  }

  /// Why an act cannot be changed: it is repealed, unknown, or known and without a file of its own.
  private func fault(of sfs: String, at place: SourceLine) -> LawFault {
    guard let act = acts[sfs] else {
      return LawFault(.actUnknown, file: place.file, line: place.line, ["act": .text(sfs)])
    }
    guard let repeal = act.repeal else {
      return LawFault(.statuteMissing, file: place.file, line: place.line, ["act": .text(act.title)])
    }
    return LawFault(
      .actRepealed, file: place.file, line: place.line,
      [
        "act": .text(act.title), "day": .day(repeal.on),
        "by": .text(acts[repeal.by]?.title ?? repeal.by),
      ])
  }
}

extension DraftPassage {
  fileprivate var namedActs: [String] {
    guard case .lines(let lines) = content else { return [] }
    return lines.flatMap { $0.pieces.flatMap(\.namedActs) }
  }
}

extension Piece {
  fileprivate var namedActs: [String] {
    switch self {
    case .newAct(let id): [id]
    case .when(_, let pieces): pieces.flatMap(\.namedActs)
    default: []
    }
  }
}
