import Documents

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
    for draft in proposals.flatMap(\.drafts) {
      switch draft {
      case .amending(let statute, let body) where statutes[statute] == nil:
        note(statute, "statute", in: "amend", at: body.place)
      case .repealing(let statute, let place) where acts[statute] == nil:
        note(statute, "statute", in: "repeal-act", at: place)
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
            note("\(range.lowerBound)–\(range.upperBound)", "p", in: "same", at: passage.source)
          }
        }
      }
    }
    return faults
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
