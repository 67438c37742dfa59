public import Register

/// What differs between two versions of a proposal, section by section.
public struct ProposalDifference: Sendable {
  /// A text that differs.
  public struct Change: Sendable {
    /// Where it stands, such as `1999:1229, 67 kap. 55 §`.
    public let place: String
    /// The words, those that go between `[-` and `-]`, those that come between `{+` and `+}`.
    public let marked: String
  }

  /// What differs, in the order of the newer version.
  public let changes: [Change]

  /// Compares two versions as they read on the day of their setting.
  ///
  /// - Throws: `PARAMETER_NOT_IN_FORCE`.
  public init(
    from old: Proposal, in oldLaw: Law, _ oldSetting: DraftSetting, to new: Proposal, in newLaw: Law,
    _ newSetting: DraftSetting
  ) throws(Refusal) {
    let before = try old.places(in: oldLaw, oldSetting)
    let after = try new.places(in: newLaw, newSetting)
    let known = Set(after.map(\.place))
    let pairs =
      after.map { place in (place.place, before.first { $0.place == place.place }?.text ?? "", place.text) }
      + before.filter { !known.contains($0.place) }.map { ($0.place, $0.text, "") }
    changes = pairs.compactMap { place, before, after in
      guard before != after else { return nil }
      let marked = WordDifference.runs(old: before, new: after).joined { run in
        switch run.kind {
        case .same: run.text
        case .removed: "[-\(run.text)-]"
        case .added: "{+\(run.text)+}"
        }
      }
      return Change(place: place, marked: marked)
    }
  }
}

extension Proposal {
  /// Every text of the proposal and of its drafts.
  fileprivate func places(
    in law: Law, _ setting: DraftSetting
  ) throws(Refusal) -> [(place: String, text: String)] {
    var places = [
      ("verbatim", verbatim), ("asks", asks), ("law-today", lawToday), ("answer", answer),
      ("request", request),
    ]
    for act in try Bill([self], law: law, setting: setting).all {
      for section in act.sections {
        let place = "\(act.key), \(section.provision)"
        places += section.headings.map { ("\(place), rubrik \($0.level)", $0.text) }
        places.append((place, section.passages.map(\.worded).joined(separator: " ¶ ")))
      }
      places.append(("\(act.key), ikraftträdande", act.inForce.map(\.text).joined(separator: " ¶ ")))
    }
    return places
  }
}

extension Passage {
  /// The words with their points.
  fileprivate var worded: String {
    lines.map { ($0.label.map { $0 + " " } ?? "") + $0.worded }.joined(separator: " ")
  }
}
