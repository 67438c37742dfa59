import Documents
import HTTP
import Identity
import Operations
import Register

// A mediator's own follow-up: months, mediations and agreements as counts beside the goals, never parties or content.
extension Visit {
  private var mediationForm: PageForm {
    PageForm(
      "mediation", to: "/mina-sidor/medling",
      [
        .init(
          name: "month", kind: .input("month"), hint: "month",
          attributes: ["short": "short", "max": String("\(today)".prefix(7))]),
        .init(
          name: "mediations", kind: .input("number"), attributes: ["short": "short", "min": "0"]),
        .init(
          name: "agreements", kind: .input("number"), hint: "agreements",
          attributes: ["short": "short", "min": "0"]),
      ])
  }

  func mediationPage(_ typed: PageForm? = nil) throws -> Response {
    let followUp = try registry(as: .member).followUpMediations(of: try ownNumber())
    // Whoever has neither certificate nor counts is no mediator, and has no such page.
    guard followUp.experienceMonths != nil || !followUp.counts.isEmpty else { throw PageFault.absent }
    return try page(
      "mediation", status: typed == nil ? .ok : .unprocessableContent, area: .member,
      up: ("member", "/mina-sidor")
    ) { writer in
      try writer.element(
        "practice",
        [
          "months": followUp.experienceMonths.map(String.init), "mediations": String(followUp.mediations),
          "agreements": String(followUp.agreements), "low": String(followUp.goal.lowerBound),
          "high": String(followUp.goal.upperBound),
          "percent": followUp.mediations > 0
            ? language.percent(followUp.agreements, of: followUp.mediations) : nil,
          "goal": language.percent(followUp.agreementGoal.numerator, of: followUp.agreementGoal.denominator),
          "met": followUp.meetsAgreementGoal.map { $0 ? "true" : "false" },
        ]
      ) { writer throws(XMLFault) in
        for count in followUp.counts.reversed() {
          try writer.element(
            "month",
            [
              "month": String("\(count.month)".prefix(7)), "mediations": String(count.mediations),
              "agreements": String(count.agreements),
              "within": followUp.goal.contains(count.mediations) ? "true" : nil,
            ])
        }
      }
      try (typed ?? mediationForm).write(to: &writer)
    }
  }

  func countMediations() throws -> Response {
    var form = mediationForm.filled(by: self)
    if form.lacks(in: self) { return try mediationPage(form) }
    do {
      func count(_ name: String) throws -> Int {
        guard let number = field(name).flatMap({ Int($0) }) else {
          throw Refusal(.numberFormat, column: name)
        }
        return number
      }
      guard let month = LocalDate((field("month") ?? "") + "-01") else {
        throw Refusal(.dateFormat, column: "month")
      }
      let counted = try MediationCount(
        month: month, mediations: try count("mediations"), agreements: try count("agreements"))
      try registry(as: .member).countMediations(counted, of: try ownNumber())
      return redirect(to: "/mina-sidor/medling", done: "counted")
    } catch {
      try form.refuse(error, in: self)
      return try mediationPage(form)
    }
  }
}
