import Identity
import Register

extension DocumentStanding {
  /// What the standing is on a day, as a sentence.
  func sentence(on day: LocalDate, _ wording: Wording) -> String {
    switch self {
    case .valid, .unknown: wording.text("standing.\(code)", ["day": .day(day)])
    case .removed: wording.sentence(code: "STANDING_REMOVED", facts: [:])
    case .replaced(let number?):
      wording.text("standing.ersatt-av", ["day": .day(day), "number": .text("\(number)")])
    case .replaced(nil): wording.text("standing.ersatt", ["day": .day(day)])
    case .revoked(let from), .notYetIssued(let from), .expired(let from):
      wording.text("standing.\(code)", ["day": .day(day), "from": .day(from)])
    }
  }
}
