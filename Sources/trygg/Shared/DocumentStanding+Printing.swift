import CommandLine
import Identity
import Register

extension DocumentStanding {
  /// What the standing is on a day, as a sentence.
  func sentence(on day: LocalDate, _ wording: Wording) -> String {
    switch self {
    case .valid, .unknown: wording.text("standing.\(code)", ["day": .day(day)])
    case .replaced(let number?):
      wording.text("standing.ersatt-av", ["day": .day(day), "number": .text("\(number)")])
    case .replaced(nil): wording.text("standing.ersatt", ["day": .day(day)])
    case .revoked(let from), .notYetIssued(let from), .expired(let from):
      wording.text("standing.\(code)", ["day": .day(day), "from": .day(from)])
    }
  }

  /// The standing as programs read it.
  func members(on day: LocalDate) -> [JSON.Member] {
    var (successor, from): (String?, String?) = (nil, nil)
    switch self {
    case .replaced(let number): successor = number.map { "\($0)" }
    case .revoked(let day): from = "\(day)"
    case .valid, .unknown, .notYetIssued, .expired: break
    }
    return [
      .init("on", .string("\(day)")), .init("standing", .string(code)),
      .init("replacedBy", JSON(successor)), .init("revokedFrom", JSON(from)),
    ]
  }
}
