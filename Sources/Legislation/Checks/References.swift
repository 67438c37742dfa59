import Identity
import Register

/// Follows what a text cites: acts by their numbers and titles, sections by theirs.
struct References {
  private let law: Law
  /// The titles by which acts are cited, the longest first, with their numbers or the names of new acts.
  private let titles: [(title: String, key: String)]
  /// What the proposals insert, by statute or new act.
  private let drafted: [String: Set<Provision>]

  /// What the bill takes away, by statute.
  private let removed: [String: Set<Provision>]

  init(law: Law, bill: Bill) {
    self.law = law
    let year = bill.commencement.year
    var removed: [String: Set<Provision>] = [:]
    for act in bill.all {
      removed[act.key] = act.vacated.subtracting(act.sections.map(\.provision))
    }
    self.removed = removed
    var titles = law.acts.values.map { (title: $0.title, key: $0.sfs) }
    titles += law.acts.values.compactMap { act in act.shortTitle.map { ($0, act.sfs) } }
    titles += law.newActs.values.map { ($0.designation(in: year), $0.id) }
    self.titles = titles.sorted { ($0.title.count, $0.title) > ($1.title.count, $1.title) }
    var drafted: [String: Set<Provision>] = [:]
    for draft in law.proposals.flatMap(\.drafts) {
      let key: String
      switch draft {
      case .amending(let statute, _): key = statute
      case .new(let name, _): key = name.id
      case .repealing: continue
      }
      drafted[key, default: []].formUnion(draft.body?.sections.map(\.provision) ?? [])
    }
    self.drafted = drafted
  }

  /// What is wrong with the citations of a paragraph.
  func faults(
    in text: String, of section: SectionText, statute: Statute?, act: DraftAct
  ) -> [(Finding.Code, [String: Fact])] {
    actFaults(in: text) + sectionFaults(in: text, of: section, statute: statute, act: act)
  }

  private func actFaults(in text: String) -> [(Finding.Code, [String: Fact])] {
    var faults: [(Finding.Code, [String: Fact])] = []
    for match in text.matches(of: References.number) where match.output.1.hasSuffix(":000") == false {
      let sfs = String(match.output.1)
      guard let act = law.acts[sfs] else {
        faults.append((.actUnknown, ["act": .text(sfs)]))
        continue
      }
      if let repeal = act.repeal {
        faults.append(
          (
            .actRepealed,
            [
              "act": .text(act.title), "day": .day(repeal.on),
              "by": .text(law.acts[repeal.by]?.title ?? repeal.by),
            ]
          ))
      }
      // The title must stand round the number as the catalogue has it.
      let parts = act.title.split(separator: "(\(sfs))", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2,
        !text[..<match.range.lowerBound].hasSuffix(parts[0])
          || !text[match.range.upperBound...].hasPrefix(parts[1])
      else { continue }
      faults.append((.titleDiffers, ["act": .text(act.title)]))
    }
    return faults
  }

  private func sectionFaults(
    in text: String, of section: SectionText, statute: Statute?, act: DraftAct
  ) -> [(Finding.Code, [String: Fact])] {
    var faults: [(Finding.Code, [String: Fact])] = []
    let own = act.key
    for citation in ProvisionList.listed(in: text) {
      var key = target(of: citation, in: text) ?? own
      let ownHasChapters = section.provision.chapter != nil
      if key == own, citation.chapter != nil, !ownHasChapters {
        guard let named = lastNamed(in: text[..<citation.range.lowerBound]) else { continue }
        key = named
      }
      let chapter = citation.chapter ?? (key == own ? section.provision.chapter : nil)
      // A range may begin with a number that is repealed.
      for number in citation.ranges.map(\.last) {
        let provision = Provision(chapter: chapter, section: number)
        guard isNowhere(provision, of: key) else { continue }
        let title = law.acts[key]?.title ?? law.newActs[key]?.indefinite ?? act.title
        faults.append((.referenceNowhere, ["provision": .text("\(provision) \(title)")]))
      }
    }
    return faults
  }

  /// Whether a section stands nowhere; what the law data does not know is taken to stand.
  private func isNowhere(_ provision: Provision, of key: String) -> Bool {
    if removed[key]?.contains(provision) == true { return true }
    if drafted[key]?.contains(provision) == true { return false }
    if law.newActs[key] != nil { return true }
    return law.statutes[key]?.isTaken(provision) == false
  }

  /// The act that stands behind a citation: its title, or `samma lag` for the one named last.
  private func target(of citation: ProvisionList.Citation, in text: String) -> String? {
    var rest = text[citation.range.upperBound...]
    if let details = rest.prefixMatch(of: References.details) {
      rest = rest[details.range.upperBound...]
    }
    let after = rest.drop { $0 == " " }
    if after.hasPrefix("samma lag") || after.hasPrefix("den lagen") {
      return lastNamed(in: text[..<citation.range.lowerBound])
    }
    return titles.first { after.hasPrefix($0.title) }?.key
  }

  // Patterns are only read once made, though their type does not say so.
  nonisolated(unsafe) private static let number = /\((\d{4}:\d+)\)/
  nonisolated(unsafe) private static let details =
    /(?: (?:första|andra|tredje|fjärde|femte) (?:stycket|meningen))?(?:(?:,| och| eller|–)? ?\d+)*/

  private func lastNamed(in text: Substring) -> String? {
    var last: (at: String.Index, key: String)?
    for (title, key) in titles {
      guard let range = text.ranges(of: title).last else { continue }
      if last.map({ range.upperBound > $0.at }) ?? true { last = (range.upperBound, key) }
    }
    return last?.key
  }
}

extension CitedAct {
  /// The name without its number, where it is a name of its own.
  fileprivate var shortTitle: String? {
    guard title.hasSuffix(")"), let space = title.lastIndex(of: " ") else { return nil }
    let name = String(title[..<space])
    return ["lagen", "förordningen"].contains(name) ? nil : name
  }
}
