public import Identity
public import Register

/// The drafts that answer a choice of proposals: acts for riksdagen, ordinances for the government.
public struct Bill: Sendable {
  /// The proposals answered, in the order of the source.
  public let proposals: [Proposal]
  /// The acts, new ones first and then by the number of the statute.
  public let acts: [DraftAct]
  /// The ordinances, in the same order.
  public let ordinances: [DraftAct]
  /// The day they take effect.
  public let commencement: LocalDate
  /// Whether it is the source's own wording.
  public let isAsProposed: Bool
  /// What it means for those whom it concerns.
  let effects: [BillEffect]
  /// What was found while the drafts were put together.
  let assembly: [Finding]
  /// The numbers that its wording may name.
  let numbers: KnownNumbers

  /// Acts and ordinances.
  public var all: [DraftAct] { acts + ordinances }

  /// Puts the drafts of some proposals together, one amending act for each statute (decision C-93).
  ///
  /// - Throws: `PARAMETER_NOT_IN_FORCE` when a number has no value on the day.
  public init(
    _ proposals: [Proposal], law: Law, setting: DraftSetting
  ) throws(Refusal) {
    var assembly = BillAssembly(law: law, setting: setting, ids: Set(proposals.map(\.id)))
    for proposal in proposals {
      for draft in proposal.drafts { try assembly.add(draft, of: proposal) }
    }
    let drafts = try assembly.finish().sorted { $0.order < $1.order }
    self.proposals = proposals
    self.acts = drafts.filter { $0.form == .act }
    self.ordinances = drafts.filter { $0.form == .ordinance }
    self.commencement = setting.commencement
    self.isAsProposed = false
    self.effects = try assembly.effects(of: proposals)
    self.assembly = assembly.findings
    self.numbers = try KnownNumbers(setting)
  }

  /// The source's own proposals, with its statutes, numbers and words.
  public init(asProposed proposals: [Proposal], law: Law, commencement: LocalDate) {
    let drafts = proposals.map { $0.asSource(law: law, commencement: commencement) }
    self.proposals = proposals
    self.acts = drafts.filter { $0.form == .act }
    self.ordinances = drafts.filter { $0.form == .ordinance }
    self.commencement = commencement
    self.isAsProposed = true
    self.effects = []
    self.assembly = []
    self.numbers = KnownNumbers()
  }

  /// The draft that changes a statute.
  func amending(_ sfs: String) -> DraftAct? {
    all.first { if case .amending(let statute, _) = $0.content { statute.act.sfs == sfs } else { false } }
  }
}

extension Proposal {
  /// What the source itself would have riksdagen or the government decide.
  fileprivate func asSource(law: Law, commencement: LocalDate) -> DraftAct {
    let statute = asProposed.statute.flatMap { law.acts[$0] }
    let form = asProposed.form ?? statute?.form ?? .act
    let section = asProposed.section
    let title =
      asProposed.newAct
      ?? "\(form == .act ? "lag" : "förordning") om ändring i \(statute?.title ?? asProposed.unknownStatute)"
    let ingress: String
    if let statute, section != nil {
      let place = section?.provision.map { ", \($0)," } ?? ""
      ingress =
        "Härigenom föreskrivs att det i \(statute.title) ska införas en ny paragraf\(place) av följande lydelse."
    } else if statute != nil {
      ingress = "Källan beskriver ändringen men ger ingen lydelse:"
    } else {
      ingress = "Källan beskriver författningen men ger ingen lydelse:"
    }
    let words = Passage(lines: [Line(marker: .opening, text: verbatim.withoutMarkup)])
    let source = SourceText(
      title: title, key: asProposed.statute ?? id, ingress: Ingress(opening: ingress, clauses: []),
      provision: section?.provision, passages: section?.passages ?? [words], isWording: section != nil,
      order: statute?.order ?? (0, 0))
    return DraftAct(
      proposals: [id], form: form, content: .quoting(source),
      inForce: section == nil ? [] : [DraftAct.commencing(form, commencement)], commencement: commencement)
  }
}

extension SourceDraft {
  /// A statute that the law data does not know, by its number alone.
  fileprivate var unknownStatute: String { "författningen (\(statute ?? "–"))" }
}

extension DraftAct {
  /// The sentence that every act ends with.
  static func commencing(_ form: CitedAct.Form, _ day: LocalDate) -> Passage {
    let act = form == .act ? "Denna lag" : "Denna förordning"
    return Passage(lines: [Line(marker: .opening, text: "\(act) träder i kraft \(Ingress.day(day)).")])
  }
}

extension String {
  /// The source's words without its signs for bold and italic.
  var withoutMarkup: String { replacing("*", with: "") }
}
