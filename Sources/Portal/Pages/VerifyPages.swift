import Documents
import HTTP
import Identity
import Operations
import Register

// Whether a document is genuine, what it says and whether it holds: for anyone who has been given its code.
extension Pages {
  var verifyRoutes: [Route] {
    [
      get("/verifiera") { visit in try visit.verifyPage(visit.codeForm) },
      post("/verifiera") { visit in
        var form = visit.codeForm.filled(by: visit)
        guard let code = VerificationCode(visit.field("verification") ?? "") else {
          form.refuse(visit.sentence(Refusal(.verificationUnknown)), at: "verification")
          return try visit.verifyPage(form)
        }
        return visit.redirect(to: "/verifiera/\(code.text)")
      },
      get("/verifiera/{code}") { visit in try visit.verify() },
      post("/verifiera/{code}") { visit in try visit.verify() },
    ]
  }
}

extension Visit {
  fileprivate var codeForm: PageForm {
    PageForm(
      "verify", to: "/verifiera",
      [
        .init(
          name: "verification", kind: .input("text"), hint: "verification",
          attributes: ["autocomplete": "off", "short": "code"])
      ])
  }

  fileprivate func verifyPage(
    _ form: PageForm, needsBirthDate: Bool = false
  ) throws -> Response {
    try page("verify", status: form.isWrong ? .unprocessableContent : .ok) { writer in
      if needsBirthDate { try writer.element("born") }
      try form.write(to: &writer)
    }
  }

  fileprivate func verify() throws -> Response {
    try pages.attempts.take(request.client, at: AttemptLimiter.now)
    guard let code = request.parameters["code"].flatMap({ VerificationCode($0) }) else {
      var form = codeForm
      form.refuse(sentence(Refusal(.verificationUnknown)), at: "verification")
      return try verifyPage(form)
    }
    var form = PageForm(
      "verify", to: "/verifiera/\(code.text)",
      [.init(name: "born", kind: .input("date"), hint: "born", attributes: ["short": "short"])]
    ).filled(by: self)
    do {
      let born = try field("born").map { written throws in
        guard let day = LocalDate(written.withHyphensOfDate) else {
          throw Refusal(.dateFormat, column: "born")
        }
        return day
      }
      if request.method == .post, born == nil { throw Refusal(.valueMissing, column: "born") }
      let found = try publicRegistry().verify(code, bornOn: born)
      pages.attempts.giveBack(request.client)
      switch found {
      case .needsBirthDate: return try verifyPage(form, needsBirthDate: true)
      case .genuine(let document): return try verifiedPage(document)
      }
    } catch let refusal as Refusal where refusal.code == .verificationUnknown {
      form = codeForm
      form.fields[0].values = [code.grouped]
      form.refuse(sentence(refusal), at: "verification")
      return try verifyPage(form)
    } catch {
      try form.refuse(error, in: self)
      return try verifyPage(form, needsBirthDate: true)
    }
  }

  private func verifiedPage(_ document: VerifiedDocument) throws -> Response {
    let record = document.record
    return try page("verified") { writer in
      try writer.element(
        "verified",
        [
          "number": record.number.description, "kind": record.kind, "issued": record.issuedOn.description,
          "holds": document.standing == .valid ? "true" : nil, "state": document.standing.code,
          "by": document.standing.successor?.description, "since": document.standing.day?.description,
        ]
      ) { writer throws(XMLFault) in
        writer.embed(document.xml)
      }
    }
  }
}

extension String {
  /// A day of eight digits with hyphens, as an identity number begins; anything else as it is.
  fileprivate var withHyphensOfDate: String {
    guard count == 8, allSatisfy(\.isNumber) else { return self }
    return "\(prefix(4))-\(dropFirst(4).prefix(2))-\(suffix(2))"
  }
}

extension DocumentStanding {
  /// The document that took its place.
  fileprivate var successor: DocumentNumber? {
    if case .replaced(let document) = self { document } else { nil }
  }

  /// The day that decides.
  fileprivate var day: LocalDate? {
    switch self {
    case .revoked(let day), .expired(let day), .notYetIssued(let day): day
    case .valid, .replaced, .removed, .unknown: nil
    }
  }
}
