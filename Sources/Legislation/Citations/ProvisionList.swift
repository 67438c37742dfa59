import Foundation

/// Sections as an ingress names them: `1 kap. 11 § och 67 kap. 1 och 2 §§`.
enum ProvisionList {
  /// Writes sections in their order, three or more in a row as a range.
  static func written(_ provisions: [Provision]) -> String {
    var groups: [(chapter: SectionNumber?, sections: [SectionNumber])] = []
    for provision in provisions.sorted() {
      if let last = groups.indices.last, groups[last].chapter == provision.chapter {
        groups[last].sections.append(provision.section)
      } else {
        groups.append((provision.chapter, [provision.section]))
      }
    }
    return enumerated(
      groups.map { chapter, sections in
        (chapter.map { "\($0) kap. " } ?? "") + enumerated(runs(of: sections))
          + (sections.count == 1 ? " §" : " §§")
      })
  }

  /// Joins words as Swedish does: `a`, `a och b`, `a, b och c`.
  static func enumerated(_ words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " och " + last
  }

  private static func runs(of sections: [SectionNumber]) -> [String] {
    var words: [String] = []
    var start = 0
    for index in sections.indices {
      let goesOn = index + 1 < sections.count && sections[index].next == sections[index + 1]
      guard !goesOn else { continue }
      let run = sections[start...index]
      if run.count > 2, let first = run.first, let last = run.last {
        words.append("\(first)–\(last)")
      } else {
        words += run.map(\.description)
      }
      start = index + 1
    }
    return words
  }

  /// Sections that a text cites in one breath, and where they stand in it.
  struct Citation {
    var chapter: SectionNumber?
    let ranges: [SectionRange]
    let range: Range<String.Index>

    var provisions: [Provision] {
      ranges.flatMap(\.numbers).map { Provision(chapter: chapter, section: $0) }
    }
  }

  /// Every citation in a text, a chapter that is named carried on through the list that it opens.
  ///
  /// `26 kap. 1 §, 1 a § andra stycket och 3 §` stays in its chapter.
  static func listed(in text: String) -> [Citation] {
    var before: Citation?
    return parse(text).map { found in
      var citation = found
      if found.chapter == nil, let before,
        text[before.range.upperBound..<found.range.lowerBound].wholeMatch(of: separator) != nil
      {
        citation.chapter = before.chapter
      }
      before = citation
      return citation
    }
  }

  /// Every citation in a text, from the left, each with the chapter that it names itself.
  static func parse(_ text: String) -> [Citation] {
    var citations: [Citation] = []
    guard text.contains("§") else { return [] }
    for match in text.matches(of: pattern) {
      let list = String(match.output.2).replacing(" och ", with: ",").replacing(" eller ", with: ",")
        .replacing(" samt ", with: ",")
      guard let ranges = SectionRange.list(list) else { continue }
      citations.append(
        Citation(
          chapter: match.output.1.flatMap { SectionNumber($0) }, ranges: ranges, range: match.range))
    }
    return citations
  }

  // What stands between two citations of one list.
  nonisolated(unsafe) private static let separator =
    #/(?: (?:första|andra|tredje|fjärde|femte) (?:stycket|meningen)(?: \d+)?)?(?:,| och| eller| samt) /#

  // Making a pattern costs far more than matching it, and it is only read once made, though its type does not say so.
  nonisolated(unsafe) private static let pattern: Regex<(Substring, Substring?, Substring)> =
    /(?:(\d+(?: [a-z])?) kap\. )?((?:\d+(?: [a-z](?![a-zåäö]))?(?:–\d+(?: [a-z](?![a-zåäö]))?)?(?:, | och | eller | samt )?)+) §§?/
}
