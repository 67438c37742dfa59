public import Identity

/// An act or ordinance that texts cite, with what is known about its standing.
///
/// An act that the law data does not hold is unknown, which is another answer than repealed.
public struct CitedAct: Sendable {
  /// Whether riksdagen or the government has decided it.
  public enum Form: String, CaseIterable, Sendable {
    case act, ordinance
  }

  /// That it no longer applies.
  public struct Repeal: Sendable {
    /// The first day it no longer applied.
    public let on: LocalDate
    /// The act that repealed it and stands in its place.
    public let by: String
  }

  /// The number in Svensk författningssamling, such as `1999:1229`.
  public let sfs: String
  /// The designation as texts cite it, such as `inkomstskattelagen (1999:1229)`.
  public let title: String
  /// Its form.
  public let form: Form
  /// Its repeal, or nothing while it applies.
  public let repeal: Repeal?
  /// A name that is used for it and is not its own, such as `Hyreslagen`.
  let called: String?
  /// What that name stands for, where it is not the whole act.
  let calledMeans: String?
  /// What it is about, in the words of the law data.
  let subjects: [String]
  /// Whom it binds where it does not bind everyone, and the provision that says so.
  let binds: (whom: String, by: String)?
  /// The European act that it carries out.
  let implements: String?
  /// Whether it is an act of the European Union.
  let isEuropean: Bool
  /// Provisions and the subjects that they cover.
  let covers: [Covering]
  /// Terms that it defines.
  let defines: [Definition]

  /// What it is called in a note about the whole of it: `Lagen`, `Balken` or `Förordningen`.
  var collective: String {
    if form == .ordinance { return "Förordningen" }
    return title.hasSuffix("balken") ? "Balken" : "Lagen"
  }

  /// That a provision covers a subject.
  struct Covering: Sendable {
    let provision: String
    let subject: String
    let says: String
  }

  /// That a provision defines a term.
  struct Definition: Sendable {
    let term: String
    let provision: String
    let means: String
  }
}
