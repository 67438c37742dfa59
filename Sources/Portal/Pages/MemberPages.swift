import Documents
import Foundation
import HTTP
import Identity
import Operations
import Register

// A member's own pages.
extension Pages {
  var memberRoutes: [Route] {
    [
      get("/mina-sidor") { visit in try visit.memberPage() },
      get("/mina-sidor/ar/{year}") { visit in try visit.yearPage() },
      post("/mina-sidor/ar/{year}/svar") { visit in try visit.answerLetter() },
      get("/mina-sidor/narvaro/{occasion}") { visit in try visit.reportPage() },
      post("/mina-sidor/narvaro/{occasion}") { visit in try visit.reportAttendance() },
      get("/mina-sidor/dokument/{file}") { visit in try visit.document(from: try visit.registry(as: .member))
      },
      post("/mina-sidor/dokument/{number}/kod") { visit in try visit.openCode() },
      get("/mina-sidor/utbildning") { visit in try visit.ownTrainingPage() },
      get("/mina-sidor/registerutdrag") { visit in try visit.extractPage() },
      get("/mina-sidor/medling") { visit in try visit.mediationPage() },
      post("/mina-sidor/medling") { visit in try visit.countMediations() },
    ]
  }
}

extension Visit {
  private static var home: (name: String, path: String) { ("member", "/mina-sidor") }

  fileprivate func memberPage() throws -> Response {
    let member = try registry(as: .member).memberPage()
    return try page("member", area: .member) { writer in
      for membership in member.overview.memberships { try write(membership, to: &writer) }
      try write(member.training, to: &writer)
      // A year in which nothing has been called yet says nothing beside one that has something to say.
      let eventful = member.years.filter { !$0.occasions.isEmpty }
      for year in eventful.isEmpty ? Array(member.years.prefix(1)) : eventful {
        try write(year, full: false, to: &writer)
      }
      for year in member.decidedYears where !member.years.contains(where: { $0.rules.year == year }) {
        try writer.element("earlier", ["year": String(year)])
      }
      for document in member.documents { try write(document, to: &writer) }
    }
  }

  // MARK: A year

  private func askedYear() throws -> Int {
    guard let year = request.parameters["year"].flatMap({ Int($0) }), (2000...2200).contains(year) else {
      throw PageFault.absent
    }
    return year
  }

  private func answerForm(_ year: Int) -> PageForm {
    PageForm(
      "answer", to: "/mina-sidor/ar/\(year)/svar",
      [.init(name: "answer", kind: .paragraph, hint: "answer")])
  }

  fileprivate func yearPage(_ form: PageForm? = nil) throws -> Response {
    let year = try askedYear()
    let registry = try registry(as: .member)
    let (view, word) = try registry.showYear(of: try ownNumber(), year: year)
    let isLocked = registry.refusalToChange(.firstDay(of: year)) != nil
    return try page(
      "year", status: form == nil ? .ok : .unprocessableContent, area: .member, up: Visit.home,
      at: "/mina-sidor/ar/\(year)"
    ) { writer in
      try write(view, full: true, word, isLocked: isLocked, to: &writer)
      if view.status == .communicated || view.proposal != nil {
        try (form ?? answerForm(year)).write(to: &writer)
      }
    }
  }

  fileprivate func answerLetter() throws -> Response {
    let year = try askedYear()
    var form = answerForm(year).filled(by: self)
    do {
      guard let text = field("answer") else { throw Refusal(.valueMissing, column: "answer") }
      guard text.count <= Visit.longestText else {
        throw Refusal(.textTooLong, ["limit": .count(Visit.longestText)], column: "answer")
      }
      _ = try registry(as: .member).answerDecision(
        of: try ownNumber(), year: year, receivedOn: today, saying: text)
      return redirect(to: "/mina-sidor/ar/\(year)", done: "answered")
    } catch {
      try form.refuse(error, in: self)
      return try yearPage(form)
    }
  }

  /// How long a text of a member may be.
  private static let longestText = 4_000

  // MARK: An error in the attendance

  private func askedOccasion() throws -> OccasionID {
    guard let id = request.parameters["occasion"].flatMap({ Int64($0) }) else { throw PageFault.absent }
    return OccasionID(id)
  }

  fileprivate func reportPage(refusing refusal: Refusal? = nil) throws -> Response {
    let id = try askedOccasion()
    // The own entry alone is listed to a member; an occasion elsewhere shows nothing.
    let registry = try registry(as: .member)
    guard let own = try registry.ownAttendance(at: id) else { throw PageFault.absent }
    let isLocked = registry.refusalToChange(own.occasion.plan.day) != nil
    // What is recorded already is no error.
    let errors = AttendanceError.allCases.filter { $0.rawValue != own.status?.rawValue }
    var form = PageForm(
      "report", to: "/mina-sidor/narvaro/\(id.value)",
      [
        .init(
          name: "report", kind: .choice("radio", errors.map { ($0.rawValue, text("report.\($0.rawValue)")) }),
          hint: isLocked ? "report-locked" : "report")
      ])
    if let refusal { try form.refuse(refusal, in: self) }
    return try page(
      "report", status: refusal == nil ? .ok : .unprocessableContent, area: .member, up: Visit.home
    ) { writer in
      try write(own.occasion, status: own.status, to: &writer)
      try form.write(to: &writer)
    }
  }

  fileprivate func reportAttendance() throws -> Response {
    guard let error = field("report").flatMap(AttendanceError.init) else {
      return try reportPage(refusing: Refusal(.valueMissing, column: "report"))
    }
    let registry = try registry(as: .member)
    let day = try registry.reportAttendance(at: try askedOccasion(), error)
    let isLocked = registry.refusalToChange(day) != nil
    return redirect(to: "/mina-sidor/ar/\(day.year)", done: isLocked ? "reported-locked" : "reported")
  }

  // MARK: Documents

  static func type(of form: DocumentForm) -> String {
    switch form {
    case .html: "application/xhtml+xml; charset=utf-8"
    case .xml: "application/xml; charset=utf-8"
    case .pdf: "application/pdf"
    case .text: "text/plain; charset=utf-8"
    }
  }

  /// The document that the path names, in the form that the end of the name says, as its reader reaches it.
  func document(from registry: Registry) throws -> Response {
    let parts = (request.parameters["file"] ?? "").split(separator: ".")
    guard parts.count == 2, let number = DocumentNumber(String(parts[0])) else { throw PageFault.absent }
    // A certificate is an Open Badge as well.
    if parts[1] == "jwt" {
      return Response(type: "application/vc+jwt", try registry.badge(of: number)).adding(
        "Content-Disposition", "attachment; filename=\"\(number).jwt\"")
    }
    guard let form = DocumentForm.allCases.first(where: { $0.suffix == parts[1] }) else {
      throw PageFault.absent
    }
    let bytes = try registry.renderDocument(number, as: form, with: pages.renderer(language))
    let disposition = form == .html || form == .pdf ? "inline" : "attachment"
    let response = Response(type: Visit.type(of: form), bytes).adding(
      "Content-Disposition", "\(disposition); filename=\"\(number).\(form.suffix)\"")
    return form == .html ? try pages.allowingStyle(response) : response
  }

  // MARK: Training

  fileprivate func ownTrainingPage() throws -> Response {
    let programmes = try registry(as: .member).ownTraining()
    return try page("training", area: .member, up: Visit.home) { writer in
      for programme in programmes { try writeOwn(programme, to: &writer) }
    }
  }

  private func writeOwn(_ own: ParticipantPage, to writer: inout XMLWriter) throws(XMLFault) {
    let (participant, progress) = (own.participant, own.participant.progress)
    try writer.element(
      "participant",
      [
        "programme": progress.programme.rawValue, "credited": String(progress.creditedMinutes),
        "required": String(progress.requiredMinutes), "completed": progress.completedOn?.description,
        "started": participant.enrolment?.startedOn.description,
        "withdrawn": participant.enrolment?.withdrawnOn?.description, "provider": participant.provider?.name,
      ]
    ) { writer throws(XMLFault) in
      for module in progress.modules { try write(module, to: &writer) }
      for certificate in own.certificates { try write(certificate, to: &writer) }
      for module in progress.modules {
        for note in module.notes {
          try writer.element(
            "note",
            [
              "day": note.day.description, "module": text("module.\(module.code)"),
              "minutes": String(note.minutes), "leader": note.person.flatMap { participant.leaders[$0] },
            ], text: text(note.code.rawValue, catalogue.written(note.refusal.facts)))
        }
      }
    }
  }

  fileprivate func openCode() throws -> Response {
    guard let number = request.parameters["number"].flatMap({ DocumentNumber($0) }) else {
      throw PageFault.absent
    }
    let isOpen = field("open") == "yes"
    try registry(as: .member).openDocument(number, isOpen)
    return redirect(to: "/mina-sidor", done: isOpen ? "code-opened" : "code-withdrawn")
  }
}

extension Pages {
  /// Lets a document that is complete in one file use its own style and no other.
  func allowingStyle(_ response: Response) throws -> Response {
    let style = try templates.contents(of: "style/document.css")
    let digest = Data(SecretBytes.sha256(style)).base64EncodedString()
    return response.adding("Content-Security-Policy", Visit.policy(style: digest))
  }
}
