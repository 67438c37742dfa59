import Documents
import Foundation
import Legislation
import Register
import Testing

struct MessageTests {
  let swedish: MessageCatalogue
  let english: MessageCatalogue

  init() throws {
    func catalogue(_ language: String) throws -> MessageCatalogue {
      let file = Shipped.templates.appending(path: "i18n/\(language).xml")
      return try MessageCatalogue(parsing: [UInt8](try Data(contentsOf: file)), file: file.path)
    }
    swedish = try catalogue("sv")
    english = try catalogue("en")
  }

  static let codes =
    RefusalCode.allCases.map(\.rawValue) + LawFault.Code.allCases.map(\.rawValue)
    + XMLFault.Code.allCases.map(\.rawValue) + PDFFault.Code.allCases.map(\.rawValue)

  @Test("Everything that can be refused is said in both languages", arguments: codes)
  func everyCodeHasWords(code: String) throws {
    for catalogue in [swedish, english] {
      let message = try #require(catalogue[code])
      #expect(!message.text.pattern.isEmpty)
    }
  }

  @Test("Each condition of a decision is said in each of its states, with its provision")
  func everyConditionHasWords() {
    for rule in DecisionReason.Rule.allCases {
      #expect(swedish["provision.\(rule.provision)"] != nil, "\(rule)")
      for state in DecisionReason.State.allCases {
        #expect(swedish["rule.\(rule.rawValue).\(state.rawValue)"] != nil, "\(rule) \(state)")
      }
    }
  }

  static let names: [String] =
    BenefitOutcome.Verdict.allCases.map(\.rawValue) + OutcomeReason.allCases.map(\.rawValue)
    + OccasionTreatment.allCases.map(\.rawValue) + RingState.allCases.map(\.rawValue)
    + RingFollowUp.PoliceQuarter.allCases.map(\.rawValue) + RingFollowUp.Size.allCases.map(\.rawValue)
    + OccasionKind.allCases.map(\.rawValue) + OccasionType.allCases.map(\.rawValue)
    + AttendanceStatus.allCases.map(\.rawValue) + IdentityLevel.allCases.map(\.rawValue)
    + AttendanceBasis.allCases.map(\.rawValue) + ExcusedAbsence.allCases.map(\.rawValue)
    + DecisionChange.allCases.map(\.rawValue) + ServiceMethod.allCases.map(\.rawValue)
    + AttendanceError.allCases.map { "report.\($0.rawValue)" } + TrainingOrder.allCases.map(\.rawValue)
    + MultipleMembership.allCases.map(\.rawValue)

  @Test("Every value that a fact may name has words", arguments: names)
  func everyNameHasWords(name: String) {
    #expect(swedish[name] != nil && english[name] != nil)
  }

  @Test(
    "What a number names is written as it is, in every sentence; what it counts has its thousands apart",
    arguments: [
      ("year", true), ("letter", true), ("entry", true), ("person", true), ("token", true), ("limit", false),
      ("minutes", false),
    ])
  func digits(name: String, isName: Bool) {
    for (catalogue, apart) in [(swedish, "2\u{A0}027"), (english, "2,027")] {
      let facts = catalogue.written([name: .count(2027)])
      let codes = catalogue.codes.filter { catalogue[$0]?.text.pattern.contains("{\(name)}") == true }
      #expect(!codes.isEmpty)
      for code in codes {
        let said = catalogue.text(code, facts)
        #expect(said.contains(isName ? "2027" : apart) && !said.contains(isName ? apart : "2027"), "\(said)")
      }
    }
  }

  @Test("A refusal for want of attendance shows its arithmetic")
  func thresholdArithmetic() {
    let facts = [
      "attended": "8", "counted": "12", "percent": "66,66", "limit": "3/4", "left": "32", "right": "36",
      "numerator": "3", "denominator": "4",
    ]
    #expect(
      swedish.text("rule.attendance.threshold.fails", facts)
        == "Närvaro vid 8 av 12 sammankomster som räknas, 66,66 procent. Det krävs minst 3/4. "
        + "4\u{A0}×\u{A0}8 är 32, och det är mindre än 3\u{A0}×\u{A0}12, som är 36. Kravet är alltså inte uppfyllt."
    )
  }

  @Test("Both languages know the same messages with the same facts")
  func languagesAgree() {
    #expect(swedish.disagreements(with: english).isEmpty)
    for code in swedish.codes {
      #expect((swedish[code]?.remedy == nil) == (english[code]?.remedy == nil), "\(code)")
      #expect((swedish[code]?.source == nil) == (english[code]?.source == nil), "\(code)")
    }
  }

  @Test(
    "What a ring lacks is told with its provision and never as a refused application",
    arguments: [
      (RefusalCode.contactMissing, "5\u{A0}§\u{A0}3 lagen (2027:000)"),
      (.contactUntrained, "rad\u{A0}173"), (.contactUnderage, "5\u{A0}§\u{A0}3 lagen (2027:000)"),
      (.addressMissing, "5\u{A0}§\u{A0}4 lagen (2027:000)"), (.venueMissing, "rad\u{A0}133"),
      (.memberListEmpty, "5\u{A0}§\u{A0}5 lagen (2027:000)"), (.tooFewInterested, "rad\u{A0}132"),
      (.tooFewActive, "rad\u{A0}134"),
    ])
  func ringCannotBeRegistered(code: RefusalCode, source: String) throws {
    let message = try #require(swedish[code.rawValue])
    #expect(message.text.pattern.contains("kan inte registreras"))
    #expect(!message.text.pattern.contains("avsl"))
    #expect(message.source?.pattern.contains(source) == true)
  }

  @Test("A ring of ten learns that it needs no registration and gets nothing")
  func informalRing() {
    #expect(
      swedish.text("TOO_FEW_INTERESTED", ["declared": "10", "minimum": "50"])
        == "Ringen kan inte registreras: 10 hushåll i området har anmält intresse, men det krävs minst 50.")
    #expect(
      swedish.remedy("TOO_FEW_INTERESTED")?.hasSuffix(
        "En informell ring behöver ingen registrering, men ger inte rätt till skattereduktion eller "
          + "startbidrag.") == true)
  }

  @Test("Who may not be contact person is told without a reason that could reveal protection")
  func contactIneligible() throws {
    let message = try #require(swedish["CONTACT_INELIGIBLE"])
    #expect(message.text.pattern == "Personen kan inte registreras som kontaktperson.")
    #expect(message.source == nil)
  }

  @Test("Swedish is set as Regeringskansliet sets it")
  func swedishTypography() {
    for code in swedish.codes {
      guard let message = swedish[code] else { continue }
      for sentence in [message.text, message.source, message.remedy].compactMap({ $0?.pattern }) {
        #expect(!sentence.contains(#/ §| kap\.|\bskall\b|\p{L}/\p{L}/#), "\(code): \(sentence)")
        #expect(!sentence.contains(#/[0-9]{8}/#), "\(code): \(sentence)")
      }
    }
  }
}
