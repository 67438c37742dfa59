public import Identity
import Legislation
public import Register
import Store

/// What an officer says of a letter on a ring.
public struct RingLetterOrder: Sendable {
  /// Which letter, where several are possible, or the communication before a refusal, 8.
  public var letter: Int?
  /// The last day for an answer to a communication.
  public var answerBy: LocalDate?
  /// Whether an uncertain letter is to be sent all the same.
  public var acknowledgesUncertain = false
  /// Whether the officer's name stands in it.
  public var named = true

  /// Asks for the letter of the ring's last decision.
  public init() {}
}

extension Registry {
  /// Writes the letter of a ring's last decision, or finds the one that was written.
  ///
  /// - Throws: `UNKNOWN_RING`; `NO_LETTER` when nothing has been decided; `LETTER_AMBIGUOUS` for a deregistration, on
  ///   request or not; `LETTER_UNCERTAIN`; `VALUE_MISSING` for a communication without a last day.
  public func issueRingLetter(
    of number: RingNumber, _ order: RingLetterOrder = RingLetterOrder(), with tools: LetterTools
  ) throws -> IssuedLetter {
    let press = try look(.letterIssue) { connection in try letterPress(tools, from: connection) }
    return try write(.letterIssue, ActRecord(subject: number.description)) { transaction in
      let one = try ringCase(of: try transaction.connection.knownRing(number), from: transaction.connection)
      transaction.record.person = one.contact?.id
      let letter = try order.letter(of: one)
      transaction.record.detail = ["letter": String(letter)]
      return try transaction.issue(
        one.subject(letter), press, number: letter, ring: one.ring.id,
        answerBy: letter == 8 ? order.answerBy : nil
      ) { _ in
        let number = try transaction.takeNumber(today)
        let content = try press.letter(
          letter, of: one, numbered: number, by: one.event.actor, order)
        return try press.issue(content, numbered: number, person: one.contact?.id)
      }
    }
  }

  private func ringCase(of ring: Ring, from connection: Connection) throws -> RingCase {
    guard let event = ring.events.last else {
      throw Refusal(.noLetter, ["state": .code(ring.state.rawValue)])
    }
    let holder = try connection.contacts(of: ring.id).last
    var failures: [Refusal] = []
    if event.state == .incomplete || event.state == .refused || event.state == .applied {
      failures = try connection.examine(
        ring.application, of: ring.id, contactIsNamed: holder != nil, listMayFollow: false, on: event.day,
        under: parameters
      ).failures(on: event.day, under: parameters)
    }
    return RingCase(
      ring: ring, event: event, place: ring.events.count - 1,
      decidedOn: try connection.moment(of: event.entry)?.day ?? event.day,
      contact: try holder.flatMap { try connection.person($0.person) }, failures: failures)
  }
}

extension RingLetterOrder {
  /// The letter of the table that is asked for.
  fileprivate func letter(of one: RingCase) throws(Refusal) -> Int {
    if letter == 8, one.event.state.mayBeAsked {
      guard answerBy != nil else { throw Refusal(.valueMissing, column: "answer-by") }
      return 8
    }
    let possible = one.letters
    if let letter {
      guard possible.contains(letter) else {
        throw Refusal(.unknownLetter, ["letter": .count(letter)], column: "letter")
      }
      return letter
    }
    guard let first = possible.first else {
      throw Refusal(.noLetter, ["state": .code(one.event.state.rawValue)])
    }
    guard possible.count == 1 else {
      let choices = possible.map(String.init).joined(separator: " ")
      throw Refusal(
        .letterAmbiguous, ["choices": .text(choices), "option": .text("letter")], column: "letter")
    }
    return first
  }
}

extension RingState {
  /// Whether the ring may be asked before it is refused or deregistered (25 § förvaltningslagen).
  fileprivate var mayBeAsked: Bool {
    switch self {
    case .applied, .incomplete, .registered, .supervised: true
    case .refused, .dismissed, .withdrawn, .deregistered: false
    }
  }
}
