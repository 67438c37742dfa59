/// What an ingress orders, read back from its words.
enum Instruction: Hashable, Sendable {
  case repeal([Provision])
  case removeHeadings([Provision])
  case renumber(Provision, to: Provision)
  case replace([Provision], headings: [Provision])
  case moveHeading(before: Provision, to: Provision)
  case insertChapters([SectionNumber])
  case insert([Provision], headings: [Provision])

  /// Reads the opening of an amending act; nothing when it is not written as one.
  ///
  /// The counts that it names must be right.
  static func read(_ ingress: String, statute: String) -> [Instruction]? {
    guard ingress.hasPrefix(lead), ingress.hasSuffix(".") else { return nil }
    let rest = String(ingress.dropFirst(lead.count).dropLast())
    let many = "i fråga om \(statute) dels att "
    let clauses: [String]
    if rest.hasPrefix(many) {
      clauses = rest.dropFirst(many.count).split(separator: ", dels att ").map(String.init)
    } else {
      let inserting = "att det i \(statute) ska införas "
      if rest.hasPrefix(inserting) {
        clauses = ["det ska införas " + rest.dropFirst(inserting.count)]
      } else if rest.hasPrefix("att ") {
        clauses = [String(rest.dropFirst(4)).replacing(" " + statute, with: "", maxReplacements: 1)]
      } else {
        return nil
      }
    }
    var instructions: [Instruction] = []
    for clause in clauses {
      guard let read = read(clause: clause) else { return nil }
      instructions += read
    }
    return instructions
  }

  private static let lead = "Härigenom föreskrivs "
  private static let wording = " av följande lydelse"

  private static func read(clause: String) -> [Instruction]? {
    func between(_ start: String, _ end: String) -> String? {
      guard clause.hasPrefix(start), clause.hasSuffix(end) else { return nil }
      return String(clause.dropFirst(start.count).dropLast(end.count))
    }
    if let places = between("", " ska upphöra att gälla") { return [.repeal(provisions(places))] }
    if let places = between("rubrik", " ska utgå") { return [.removeHeadings(provisions(places))] }
    if let both = between("nuvarande ", ""), let pair = pair(both, " ska betecknas ") {
      return [.renumber(pair.0, to: pair.1)]
    }
    if let both = between("rubriken närmast före ", ""), let pair = pair(both, " ska sättas närmast före ") {
      return [.moveHeading(before: pair.0, to: pair.1)]
    }
    if let places = between("", " ska ha följande lydelse") {
      let parts = places.split(separator: " närmast före ", maxSplits: 1)
      return [
        .replace(
          provisions(String(parts[0])), headings: parts.count > 1 ? provisions(String(parts[1])) : [])
      ]
    }
    if let what = between("det ska införas ", wording) { return insertion(what) }
    return nil
  }

  private static func insertion(_ what: String) -> [Instruction]? {
    let parts = what.split(separator: "närmast före ", maxSplits: 1, omittingEmptySubsequences: false)
    var body = String(parts[0])
    let headings = parts.count > 1 ? provisions(String(parts[1])) : []
    var instructions: [Instruction] = []
    if let chapters = body.firstMatch(of: /(?:ett nytt kapitel|\S+ nya kapitel), ([^§]*?) kap\.,? ?/) {
      let numbers = chapters.output.1.replacing(" och ", with: ", ").split(separator: ", ")
        .compactMap { SectionNumber($0) }
      instructions.append(.insertChapters(numbers))
      body.removeSubrange(chapters.range)
    }
    let sections = provisions(body)
    if let count = body.firstMatch(of: /^(\S+) nya? paragraf/) {
      guard SwedishNumber.count(sections.count) == String(count.output.1) else { return nil }
    }
    if !sections.isEmpty || !headings.isEmpty { instructions.append(.insert(sections, headings: headings)) }
    return instructions
  }

  /// The sections of a list; a chapter once named holds for its list only.
  private static func provisions(_ text: String) -> [Provision] {
    ProvisionList.parse(text).flatMap(\.provisions)
  }

  private static func pair(_ text: String, _ words: String) -> (Provision, Provision)? {
    let ends = text.split(separator: words).compactMap { Provision(String($0)) }
    return ends.count == 2 ? (ends[0], ends[1]) : nil
  }
}
