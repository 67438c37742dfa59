import Documents
import Identity

/// The opening of an act, which says what it does to the statute.
///
/// The order of its clauses is that of acts in force: repealed, headings out, renumbered, new wording, headings moved,
/// inserted.
struct Ingress: Hashable, Sendable {
  /// The opening words; the whole sentence when there are no clauses.
  let opening: String
  /// What follows `dels`, in order, without the closing comma or full stop.
  let clauses: [String]

  init(opening: String, clauses: [String]) {
    self.opening = opening
    self.clauses = clauses
  }

  /// Derives the opening from what an act does.
  init(statute: Statute, _ amendments: [Amendment]) {
    let clauses = Ingress.clauses(amendments, of: statute)
    if clauses.count == 1, let only = clauses.first {
      opening = "Härigenom föreskrivs " + only.alone(in: statute.act.title) + "."
      self.clauses = []
    } else {
      opening = "Härigenom föreskrivs i fråga om \(statute.act.title)"
      self.clauses = clauses.map(\.beside)
    }
  }

  /// The whole on one line, as it is read back.
  var text: String {
    guard !clauses.isEmpty else { return opening }
    return opening + " " + clauses.map { "dels " + $0 }.joined(separator: ", ") + "."
  }

  /// A day in the words of an act.
  static func day(_ day: LocalDate) -> String { Language.swedish.date(day) }

  private static func clauses(_ amendments: [Amendment], of statute: Statute) -> [Clause] {
    var repealed: [Provision] = []
    var removed: [Provision] = []
    var renumbered: [Clause] = []
    var replaced: [Provision] = []
    var reworded: [Provision] = []
    var moved: [Clause] = []
    var chapters: [SectionNumber] = []
    var inserted: [Provision] = []
    var headed: [(place: Provision, count: Int)] = []
    for amendment in amendments {
      switch amendment {
      case .repeal(let place): repealed.append(place)
      case .removeHeading(let place): removed.append(place)
      case .renumber(let old, let new):
        renumbered.append(Clause("nuvarande \(old) ska betecknas \(new)"))
      case .moveHeading(let old, let new):
        moved.append(Clause("rubriken närmast före \(old) ska sättas närmast före \(new)"))
      case .insertChapter(let number, _): chapters.append(number)
      case .replace(let section):
        replaced.append(section.provision)
        let hasHeading =
          statute.chapter(section.provision.chapter)?.headings[section.provision.section] != nil
        if !section.headings.isEmpty && hasHeading { reworded.append(section.provision) }
        if !section.headings.isEmpty && !hasHeading {
          headed.append((section.provision, section.headings.count))
        }
      case .insert(let section):
        // The sections of a new chapter come with it.
        guard !chapters.contains(where: { $0 == section.provision.chapter }) else { continue }
        inserted.append(section.provision)
        if !section.headings.isEmpty { headed.append((section.provision, section.headings.count)) }
      }
    }
    var clauses: [Clause] = []
    if !repealed.isEmpty {
      clauses.append(Clause("\(ProvisionList.written(repealed)) ska upphöra att gälla"))
    }
    if !removed.isEmpty {
      clauses.append(Clause("\(heading(removed)) närmast före \(ProvisionList.written(removed)) ska utgå"))
    }
    clauses += renumbered
    if !replaced.isEmpty {
      let headings =
        reworded.isEmpty ? "" : " och \(heading(reworded)) närmast före \(ProvisionList.written(reworded))"
      clauses.append(Clause(.replace(ProvisionList.written(replaced) + headings)))
    }
    clauses += moved
    if let insertion = insertion(chapters: chapters, sections: inserted, headed: headed) {
      clauses.append(Clause(.insert(insertion)))
    }
    return clauses
  }

  private static func heading(_ places: [Provision]) -> String {
    places.count == 1 ? "rubriken" : "rubrikerna"
  }

  private static func insertion(
    chapters: [SectionNumber], sections: [Provision], headed: [(place: Provision, count: Int)]
  ) -> String? {
    var parts: [String] = []
    if !chapters.isEmpty {
      let names = ProvisionList.enumerated(chapters.map(\.description)) + " kap."
      parts.append(
        chapters.count == 1
          ? "ett nytt kapitel, \(names)," : "\(SwedishNumber.count(chapters.count)) nya kapitel, \(names),")
    }
    if !sections.isEmpty {
      let list = ProvisionList.written(sections)
      parts.append(
        sections.count == 1
          ? "en ny paragraf, \(list)," : "\(SwedishNumber.count(sections.count)) nya paragrafer, \(list),")
    }
    let places = ProvisionList.written(headed.map(\.place))
    let headings = headed.reduce(0) { $0 + $1.count } == 1 ? "en ny rubrik" : "nya rubriker"
    guard !parts.isEmpty else {
      return headed.isEmpty ? nil : "\(headings) närmast före \(places) av följande lydelse"
    }
    let heads = headed.isEmpty ? "" : " och närmast före \(places) \(headings)"
    return parts.joined(separator: " ") + heads + " av följande lydelse"
  }
}

/// One clause, which reads otherwise when it stands alone.
private struct Clause {
  enum Content {
    case other(String)
    case replace(String)
    case insert(String)
  }

  let content: Content

  init(_ content: Content) { self.content = content }

  init(_ words: String) { content = .other(words) }

  /// As it stands beside others.
  var beside: String {
    switch content {
    case .other(let words): "att " + words
    case .replace(let places): "att \(places) ska ha följande lydelse"
    case .insert(let what): "att det ska införas \(what)"
    }
  }

  /// As it stands alone, with the statute in it.
  func alone(in statute: String) -> String {
    switch content {
    case .replace(let places): "att \(places) \(statute) ska ha följande lydelse"
    case .insert(let what): "att det i \(statute) ska införas \(what)"
    case .other(let words):
      // The statute follows the last section sign.
      if let sign = words.lastIndex(of: "§") {
        "att " + words[...sign] + " " + statute + words[words.index(after: sign)...]
      } else {
        "att " + words
      }
    }
  }
}
