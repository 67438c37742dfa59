public import Identity

/// An act or ordinance of a bill, ready to be written.
public struct DraftAct: Sendable {
  /// What an act does.
  enum Content: Sendable {
    /// Changes a statute.
    case amending(Statute, [Amendment])
    /// Is new.
    case new(NewActName, [SectionText])
    /// Repeals an act and does nothing else.
    case repealing(CitedAct)
    /// Gives the source's own words, ready wording or description.
    case quoting(SourceText)
  }

  /// The proposals that it answers.
  public let proposals: [String]
  /// Whether riksdagen or the government decides it.
  public let form: CitedAct.Form
  /// What it does.
  let content: Content
  /// What stands under the line.
  let inForce: [Passage]
  /// The day it takes effect.
  public let commencement: LocalDate

  /// The title, such as `lag om ändring i inkomstskattelagen (1999:1229)`.
  public var title: String {
    let kind = form == .act ? "lag" : "förordning"
    return switch content {
    case .amending(let statute, _): "\(kind) om ändring i \(statute.act.title)"
    case .new(let name, _): name.indefinite
    case .repealing(let act): "\(kind) om upphävande av \(act.title)"
    case .quoting(let source): source.title
    }
  }

  /// The number of the statute that it changes, or a word for a new act.
  var key: String {
    switch content {
    case .amending(let statute, _): statute.act.sfs
    case .new(let name, _): name.id
    case .repealing(let act): act.sfs
    case .quoting(let source): source.key
    }
  }

  /// The sections that it words.
  public var sections: [SectionText] {
    switch content {
    case .amending(_, let amendments): amendments.compactMap(\.section)
    case .new(_, let sections): sections
    case .repealing, .quoting: []
    }
  }

  /// The numbers that it empties, by repeal or by giving the section another number.
  var vacated: Set<Provision> {
    guard case .amending(_, let amendments) = content else { return [] }
    return Set(
      amendments.compactMap { amendment in
        switch amendment {
        case .repeal(let place), .renumber(let place, _): place
        default: nil
        }
      })
  }

  /// The sentence that puts it in force and what the opening says.
  var ingress: Ingress {
    switch content {
    case .amending(let statute, let amendments): Ingress(statute: statute, amendments)
    case .new: Ingress(opening: "Härigenom föreskrivs följande.", clauses: [])
    case .repealing(let act):
      Ingress(
        opening: "Härigenom föreskrivs att \(act.title) ska upphöra att gälla "
          + Ingress.day(commencement) + ".", clauses: [])
    case .quoting(let source): source.ingress
    }
  }

  /// What the opening says, on one line.
  public var opening: String { ingress.text }

  /// What stands under the line.
  public var closing: [String] { inForce.map(\.text) }

  /// The place among acts: new ones first, then by number.
  var order: (Int, Int, Int) {
    switch content {
    case .new: (0, 0, 0)
    case .amending(let statute, _): (1, statute.act.order.0, statute.act.order.1)
    case .repealing(let act): (1, act.order.0, act.order.1)
    case .quoting(let source): (1, source.order.0, source.order.1)
    }
  }
}

/// The source's own proposal as an act.
struct SourceText: Sendable {
  let title: String
  let key: String
  let ingress: Ingress
  let provision: Provision?
  /// The source's ready wording, or its description.
  let passages: [Passage]
  /// Whether the passages are wording of a provision.
  let isWording: Bool
  let order: (Int, Int)
}
