import Foundation

/// The law that drafts are written against, and the proposals: everything in `Legal/` but the parameters.
public struct Law: Sendable {
  /// The statutes by their numbers.
  public let statutes: [String: Statute]
  /// Every act that is known, with the statutes among them, by number.
  public let acts: [String: CitedAct]
  /// The proposals in the order of the source.
  public let proposals: [Proposal]

  /// The words that drafts use and avoid.
  let vocabulary: Vocabulary
  /// The acts by year and number.
  let orderedActs: [CitedAct]
  /// What the constitution forbids.
  let limits: [(act: CitedAct, limit: Limit)]

  init(statutes: [Statute], catalogue: [CitedAct], vocabulary: Vocabulary, proposals: [Proposal]) {
    self.vocabulary = vocabulary
    self.statutes = Dictionary(statutes.map { ($0.act.sfs, $0) }) { first, _ in first }
    self.acts = Dictionary((statutes.map(\.act) + catalogue).map { ($0.sfs, $0) }) { first, _ in first }
    self.orderedActs = acts.values.map { ($0.order, $0) }.sorted { $0.0 < $1.0 }.map(\.1)
    self.limits = statutes.flatMap { statute in statute.limits.map { (statute.act, $0) } }
      .sorted { $0.1.provision < $1.1.provision }
    self.proposals = proposals.sorted { ($0.area.order, $0.line, $0.id) < ($1.area.order, $1.line, $1.id) }
  }

  /// The new acts of all proposals by their identifiers.
  var newActs: [String: NewActName] {
    var names: [String: NewActName] = [:]
    for proposal in proposals {
      for case .new(let name, _) in proposal.drafts { names[name.id] = name }
    }
    return names
  }

  /// What a name that is used for an act and is not its own stands for.
  func meaning(of act: CitedAct) -> String {
    act.calledMeans ?? act.repeal.flatMap { acts[$0.by]?.title } ?? act.title
  }

  /// The areas that some proposals answer wholly, so that the area's budget is theirs.
  public func areas(answeredBy chosen: [Proposal]) -> [Area] {
    let ids = Set(chosen.map(\.id))
    return Area.allCases.filter { area in
      proposals.allSatisfy { $0.area != area || ids.contains($0.id) }
    }
  }

  /// The proposals that a word names: one of them, those of an area, or `all`.
  public func proposals(named word: String) -> [Proposal]? {
    if word == "all" { return proposals }
    if let area = Area(rawValue: word.lowercased().folding(options: .diacriticInsensitive, locale: nil)) {
      return proposals.filter { $0.area == area }
    }
    let found = proposals.filter { $0.id.lowercased() == word.lowercased() }
    return found.isEmpty ? nil : found
  }
}

extension Area {
  var order: Int { Area.allCases.firstIndex(of: self) ?? 0 }
}

extension CitedAct {
  /// The place among statutes: by year, then by number.
  var order: (Int, Int) {
    let parts = sfs.split(separator: ":").compactMap { Int($0) }
    return (parts.first ?? 0, parts.last ?? 0)
  }
}
