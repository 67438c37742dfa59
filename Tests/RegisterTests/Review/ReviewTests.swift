import Identity
import Register
import Testing

/// Which act is possible on which day for the decision on 2027 (66 kap. skatteförfarandelagen, decision C-79).
struct ReviewTests {
  /// A question, and the act that answers it or the code that refuses it.
  struct Case: CustomTestStringConvertible, Sendable {
    let day: String
    let change: DecisionChange
    var requested: String?
    var ground: LateDetrimentGround?
    var filed: String?
    var isSecond = false
    let answer: Answer

    var testDescription: String {
      [day, change.rawValue, requested, ground?.rawValue, filed].compactMap(\.self).joined(separator: " ")
    }
  }

  enum Answer: Equatable, Sendable {
    case act(DecisionChange)
    case refused(RefusalCode)
  }

  @Test(
    arguments: [
      // To advantage on request: the sixth year ends on New Year's Eve, then a Saturday and a Sunday follow.
      Case(day: "2034-02-01", change: .advantage, requested: "2033-12-31", answer: .act(.advantage)),
      Case(day: "2034-02-01", change: .advantage, requested: "2034-01-02", answer: .act(.advantage)),
      Case(day: "2034-02-01", change: .advantage, requested: "2034-01-03", answer: .refused(.requestTooLate)),
      // By itself without limit.
      Case(day: "2034-06-30", change: .advantage, answer: .act(.advantage)),
      Case(day: "2034-06-30", change: .neutral, answer: .act(.neutral)),
      // To detriment: two years, a last day of the authority's own, which is a Monday and a New Year's Eve.
      Case(day: "2028-03-10", change: .detriment, answer: .act(.detriment)),
      Case(day: "2029-12-31", change: .detriment, answer: .act(.detriment)),
      Case(day: "2030-01-01", change: .detriment, answer: .refused(.detrimentTooLate)),
      Case(day: "2029-12-31", change: .detriment, ground: .oversight, answer: .act(.detriment)),
      // After two years with a ground, to the end of the sixth year, which does not move.
      Case(day: "2030-01-01", change: .detriment, ground: .wrongInformation, answer: .act(.lateDetriment)),
      Case(day: "2033-12-31", change: .detriment, ground: .wrongInformation, answer: .act(.lateDetriment)),
      Case(
        day: "2034-01-02", change: .detriment, ground: .wrongInformation, answer: .refused(.detrimentTooLate)),
      // Never twice in the same question.
      Case(
        day: "2031-05-02", change: .detriment, ground: .oversight, isSecond: true,
        answer: .refused(.detrimentTwice)),
      // After a death to the end of the second year after the filing of the estate inventory, never longer than six years.
      Case(
        day: "2030-12-31", change: .detriment, ground: .oversight, filed: "2028-03-01",
        answer: .act(.lateDetriment)),
      Case(
        day: "2031-01-02", change: .detriment, ground: .oversight, filed: "2028-03-01",
        answer: .refused(.detrimentTooLate)),
      Case(
        day: "2034-01-02", change: .detriment, ground: .oversight, filed: "2033-03-01",
        answer: .refused(.detrimentTooLate)),
    ])
  func act(_ question: Case) throws {
    var rule = ReviewRule(year: 2027, on: try #require(LocalDate(question.day)))
    rule.requestedOn = question.requested.flatMap { LocalDate($0) }
    rule.ground = question.ground
    rule.inventoryFiled = question.filed.flatMap { LocalDate($0) }
    rule.hasLateDetriment = question.isSecond
    let answer: Answer
    do throws(Refusal) { answer = .act(try rule.act(for: question.change)) } catch {
      answer = .refused(error.code)
    }
    #expect(answer == question.answer)
  }

  @Test(
    "The last day for an answer moves, the letter of 17 January 2028 runs out on 31 January",
    arguments: [
      ("2028-01-17", "2028-01-31"), ("2028-02-18", "2028-03-03"), ("2028-04-01", "2028-04-18"),
      ("2028-12-11", "2028-12-27"),
    ])
  func answerDay(letter: String, last: String) throws {
    let day = try #require(LocalDate(letter))
    #expect(ReviewTimes.lastAnswer(toLetterOf: day, days: 14).description == last)
  }

  @Test(
    "The last day for an appeal is the sixth year's, and for a late decision only known with proof of receipt",
    arguments: [
      ("2028-02-01", nil, "2034-01-02"), ("2028-02-01", "2028-02-05", "2034-01-02"),
      ("2033-06-30", nil, "2034-01-02"), ("2033-07-01", nil, nil), ("2033-07-01", "2033-10-31", "2034-01-02"),
      ("2033-07-01", "2033-11-15", "2034-01-16"), ("2033-12-20", "2034-01-09", "2034-03-09"),
    ] as [(String, String?, String?)])
  func appealDay(decided: String, received: String?, last: String?) throws {
    let times = ReviewTimes(year: 2027)
    let day = times.lastAppeal(
      decidedOn: try #require(LocalDate(decided)), receivedOn: received.flatMap { LocalDate($0) })
    #expect(day?.description == last)
  }
}
