import Register

/// The putting together of a bill: each statute gets one act, each number one section.
struct BillAssembly {
  let law: Law
  let setting: DraftSetting
  /// The proposals of the bill.
  let ids: Set<String>
  /// What came up.
  private(set) var findings: [Finding] = []

  private struct Part {
    let draft: Draft
    var proposals: [String] = []
    var sections: [SectionText] = []
    var steps: [DraftStep] = []
    var inForce: [Passage] = []
  }

  private var parts: [Part] = []

  init(law: Law, setting: DraftSetting, ids: Set<String>) {
    self.law = law
    self.setting = setting
    self.ids = ids
  }

  private var writer: DraftWriter { DraftWriter(setting: setting, newActs: law.newActs) }

  /// Adds a draft of a proposal to the act of its statute.
  mutating func add(_ draft: Draft, of proposal: Proposal) throws(Refusal) {
    let index: Int
    if let found = parts.firstIndex(where: { $0.draft.statute != nil && $0.draft.statute == draft.statute }) {
      index = found
    } else {
      index = parts.endIndex
      parts.append(Part(draft: draft))
    }
    if !parts[index].proposals.contains(proposal.id) { parts[index].proposals.append(proposal.id) }
    guard let body = draft.body else { return }
    let statute = draft.statute.flatMap { law.statutes[$0] }
    let shared = Set(body.sections.filter { $0.with.map(ids.contains) == true }.map(\.provision))
    for section in body.sections
    where section.with.map(ids.contains) ?? !shared.contains(section.provision) {
      add(try text(of: section, statute: statute, proposal: proposal), from: section, to: index, statute)
    }
    parts[index].steps += body.steps
    for passage in try writer.passages(body.inForce, current: [])
    where !parts[index].inForce.contains(passage) {
      parts[index].inForce.append(passage)
    }
    for note in body.notes where try writer.holds(note.condition) {
      findings.append(Finding(.note, place: proposal.id, ["note": .text(note.text)], note.place))
    }
  }

  /// Every act of the bill, each with its steps in the order of the statute.
  func finish() throws(Refusal) -> [DraftAct] {
    parts.map { part in
      let form: CitedAct.Form
      let content: DraftAct.Content
      switch part.draft {
      case .new(let name, _):
        form = name.form
        content = .new(name, part.sections)
      case .repealing(let sfs, _):
        form = law.acts[sfs]?.form ?? .act
        content = law.acts[sfs].map { .repealing($0) } ?? .new(NewActName(id: sfs, form: form, title: ""), [])
      case .amending(let sfs, _):
        form = law.acts[sfs]?.form ?? .act
        content =
          law.statutes[sfs].map { .amending($0, amendments(of: part, to: $0)) }
          ?? .new(NewActName(id: sfs, form: form, title: ""), [])
      }
      let inForce: [Passage] =
        if case .repealing = part.draft { [] } else {
          [DraftAct.commencing(form, setting.commencement)] + part.inForce
        }
      return DraftAct(
        proposals: part.proposals, form: form, content: content, inForce: inForce,
        commencement: setting.commencement)
    }
  }

  /// What the proposals mean, gathered by whom they concern.
  func effects(of proposals: [Proposal]) throws(Refusal) -> [BillEffect] {
    var effects: [BillEffect] = []
    for subject in Effect.Subject.allCases {
      var paragraphs: [String] = []
      for effect in proposals.flatMap(\.effects) where effect.subject == subject {
        paragraphs.append(try writer.words(effect.pieces))
      }
      if !paragraphs.isEmpty { effects.append(BillEffect(subject: subject, paragraphs: paragraphs)) }
    }
    return effects
  }

  private func text(
    of section: DraftSection, statute: Statute?, proposal: Proposal
  ) throws(Refusal) -> SectionText {
    let current = statute?.current(section.provision)?.passages ?? []
    var masked = writer
    masked.mask = "\u{FFFC}"
    var notes: [Note] = []
    for note in section.notes where try writer.holds(note.condition) { notes.append(note) }
    let comment: String? = if let pieces = section.comment { try writer.words(pieces) } else { nil }
    return SectionText(
      provision: section.provision, headings: section.headings,
      passages: try writer.passages(section.passages, current: current),
      masked: try masked.passages(section.passages, current: current), comment: comment,
      notes: notes, proposal: proposal.id, place: section.place)
  }

  private mutating func add(
    _ section: SectionText, from draft: DraftSection, to index: Int, _ statute: Statute?
  ) {
    var section = section
    guard let first = parts[index].sections.firstIndex(where: { $0.provision == section.provision }) else {
      return parts[index].sections.append(section)
    }
    // The wording that is meant for both takes the place of those for one.
    if draft.with != nil {
      parts[index].sections[first] = section
      return
    }
    guard statute?.isTaken(section.provision) == true else {
      let wanted = section.provision
      while parts[index].sections.contains(where: { $0.provision == section.provision })
        || statute?.isTaken(section.provision) == true
      {
        section.provision = Provision(
          chapter: section.provision.chapter, section: section.provision.section.next)
      }
      findings.append(
        Finding(
          .numberShifted, place: section.proposal,
          [
            "wanted": .text(wanted.description), "given": .text(section.provision.description),
            "other": .text(parts[index].sections[first].proposal),
          ], section.place))
      return parts[index].sections.append(section)
    }
    findings.append(
      Finding(
        .draftConflict, place: section.proposal,
        [
          "provision": .text(section.provision.description),
          "other": .text(parts[index].sections[first].proposal),
        ], section.place))
  }

  private func amendments(of part: Part, to statute: Statute) -> [Amendment] {
    let steps: [Amendment] = part.steps.map { step in
      switch step {
      case .repeal(let place): .repeal(place)
      case .renumber(let old, let new): .renumber(old, to: new)
      case .removeHeading(let place): .removeHeading(before: place)
      case .moveHeading(let old, let new): .moveHeading(before: old, to: new)
      case .newChapter(let number, let title): .insertChapter(number, title: title)
      }
    }
    let vacated: Set<Provision> = Set(
      part.steps.compactMap { if case .renumber(let old, _) = $0 { old } else { nil } })
    let sections: [Amendment] = part.sections.map { section in
      let stands =
        statute.current(section.provision) != nil
        || statute.isTaken(section.provision) == true && !vacated.contains(section.provision)
      return stands ? .replace(section) : .insert(section)
    }
    return (steps + sections).sorted { $0.order < $1.order }
  }
}

extension Draft {
  /// The statute that it changes.
  var statute: String? {
    if case .amending(let statute, _) = self { statute } else { nil }
  }
}
