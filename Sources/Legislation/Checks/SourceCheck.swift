import Documents
import Register

/// What is wrong with a proposal as the source words it, found by comparing what it says with the law data.
struct SourceCheck {
  let law: Law
  let proposal: Proposal
  private(set) var findings: [Finding] = []

  private var source: SourceDraft { proposal.asProposed }
  private var statute: CitedAct? { source.statute.flatMap { law.acts[$0] } }
  private var form: CitedAct.Form { source.form ?? statute?.form ?? .act }

  init(_ proposal: Proposal, law: Law) {
    self.law = law
    self.proposal = proposal
    checkStatute()
    checkNames()
    checkLimits()
    checkSubjects()
    checkPlace()
    checkReach()
    checkConsequences()
    checkWords()
  }

  private mutating func note(_ code: Finding.Code, _ facts: [String: Fact]) {
    let finding = Finding(code, inSource: true, place: proposal.id, facts, source.place)
    if !findings.contains(finding) { findings.append(finding) }
  }

  private mutating func checkStatute() {
    guard let sfs = source.statute else { return }
    guard let statute else { return note(.actUnknown, ["act": .text(sfs)]) }
    guard let repeal = statute.repeal else { return }
    note(
      .actRepealed,
      [
        "act": .text(statute.title), "day": .day(repeal.on),
        "by": .text(law.acts[repeal.by]?.title ?? repeal.by),
      ])
  }

  /// Names that are used for an act and are not its own.
  private mutating func checkNames() {
    for act in law.orderedActs {
      guard let called = act.called, proposal.verbatim.contains(called) else { continue }
      note(.nameOutdated, ["name": .text(called), "means": .text(law.meaning(of: act))])
    }
  }

  private mutating func checkLimits() {
    for (act, limit) in law.limits {
      let isMeant = source.subject == limit.subject || limit.words.contains { proposal.verbatim.contains($0) }
      guard isMeant, limit.form == nil || limit.form == form else { continue }
      note(
        limit.form == nil ? .constitution : .delegation,
        [
          "provision": .text("\(limit.provision) \(act.title)"), "says": .text(limit.says),
          "subject": .text(limit.subject),
        ])
    }
  }

  /// Acts and provisions in force on what the source would rule on.
  private mutating func checkSubjects() {
    let acts = law.orderedActs
    for subject in source.about {
      for act in acts where act.repeal == nil && act.subjects.contains(subject) {
        if source.newAct != nil {
          note(.actExists, ["subject": .text(subject), "act": .text(act.title)])
        } else if let statute, statute.sfs != act.sfs, !statute.subjects.contains(subject) {
          note(
            .statuteWrong,
            ["subject": .text(subject), "act": .text(statute.title), "right": .text(act.title)])
        }
      }
      for act in acts where act.repeal == nil {
        for covering in act.covers where covering.subject == subject {
          note(
            .alreadyCovered,
            ["provision": .text("\(covering.provision) \(act.title)"), "says": .text(covering.says)])
        }
      }
    }
    guard let claim = source.claims, !acts.contains(where: { $0.covers.contains { $0.subject == claim } })
    else {
      return
    }
    let nearest = statute?.covers.first { $0.provision == source.nearest }
    note(
      .claimUnfounded,
      [
        "subject": .text(claim), "provision": .text("\(source.nearest ?? "") \(statute?.title ?? "")"),
        "says": .text(nearest?.says ?? ""),
      ])
  }

  /// A number between sections on another subject, while the subject has its own place.
  private mutating func checkPlace() {
    guard let place = source.section?.provision, let subject = source.subject,
      let chapter = source.statute.flatMap({ law.statutes[$0] })?.chapter(place.chapter),
      let there = chapter.groups.last(where: { $0.range.first <= place.section }), there.subject != subject,
      let right = chapter.groups.first(where: { $0.subject == subject })
    else { return }
    var free = right.range.last
    if free.letter == nil { free = SectionNumber(free.number, letter: UInt8(ascii: "a")) }
    while chapter.holds(free) { free = free.next }
    note(
      .placeWrong,
      [
        "provision": .text(place.description), "there": .text(there.subject), "subject": .text(subject),
        "right": .text(Provision(chapter: place.chapter, section: free).description),
      ])
  }

  private mutating func checkReach() {
    if let whom = source.binds, let binds = statute?.binds, binds.whom != whom {
      note(
        .addressee,
        [
          "act": .text(statute?.title ?? ""), "binds": .text(binds.whom), "provision": .text(binds.by),
          "meant": .text(whom),
        ])
    }
    if let european = source.exempts.flatMap({ law.acts[$0] }), european.isEuropean {
      note(.europeanLaw, ["act": .text(european.title)])
    }
  }

  private mutating func checkConsequences() {
    guard let chapter = source.statute.flatMap({ law.statutes[$0] })?.chapter(source.chapter) else { return }
    for consequence in chapter.consequences {
      note(.consequenceMissing, consequence.facts(law))
    }
  }

  private mutating func checkWords() {
    let isWording = source.section != nil
    let verbatim = Vocabulary.SearchedText(proposal.verbatim)
    for avoided in law.vocabulary.avoided where !avoided.isStyle || isWording {
      guard avoided.form == nil || avoided.form == form, let word = avoided.found(in: verbatim)
      else { continue }
      note(avoided.code, avoided.facts(word))
    }
    for act in law.orderedActs {
      for definition in act.defines where proposal.verbatim.contains(definition.term) {
        note(
          .termTaken,
          [
            "term": .text(definition.term), "provision": .text("\(definition.provision) \(act.title)"),
            "means": .text(definition.means),
          ])
      }
    }
    if !isWording { note(.wordingMissing, [:]) }
    if isWording, source.section?.provision == nil { note(.placeMissing, [:]) }
  }
}

extension Consequence {
  func facts(_ law: Law) -> [String: Fact] {
    [
      "provision": .text("\(provision) \(law.acts[statute]?.title ?? statute)"), "because": .text(because),
    ]
  }
}

extension Vocabulary.Avoided {
  var code: Finding.Code { use == nil ? .wordStruck : .wordAvoided }

  func facts(_ found: String) -> [String: Fact] {
    ["word": .text(found), "use": .text(use ?? "–"), "because": .text(because)]
  }
}
