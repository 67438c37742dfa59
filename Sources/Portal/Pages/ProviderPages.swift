import Documents
import Exchange
import HTTP
import Identity
import Operations
import Register

// The pages of a training provider: participants with what they lack, sessions one by one and as a file.
extension Pages {
  var providerRoutes: [Route] {
    [
      get("/utbildning") { visit in try visit.providerPage() },
      get("/utbildning/pass") { visit in try visit.sessionPage(visit.sessionForm) },
      post("/utbildning/pass") { visit in try visit.recordSession() },
      get("/utbildning/fil") { visit in try visit.providerFilePage(visit.providerFileForm) },
      post("/utbildning/fil", .upload(limit: UploadedRows.limit)) { visit in try visit.importSessions() },
    ]
  }
}

extension Visit {
  private static var providerHome: (name: String, path: String) { ("provider", "/utbildning") }
  private static let pageSize = 50

  fileprivate func providerPage() throws -> Response {
    let number = max(1, request.query["sida"].flatMap { Int($0) } ?? 1)
    let (participants, total) = try registry(as: .provider).listParticipants(
      limit: Visit.pageSize, offset: (min(number, 100_000) - 1) * Visit.pageSize)
    return try page("provider", area: .provider) { writer in
      try writer.element(
        "pages",
        [
          "total": String(total), "number": String(number),
          "previous": number > 1 ? String(number - 1) : nil,
          "next": number * Visit.pageSize < total ? String(number + 1) : nil,
        ])
      for participant in participants {
        for progress in participant.progress { try write(progress, of: participant, to: &writer) }
      }
    }
  }

  private func write(
    _ progress: TrainingProgress, of participant: Participant, to writer: inout XMLWriter
  ) throws(XMLFault) {
    try writer.element(
      "participant",
      [
        "name": participant.name, "number": participant.maskedNumber, "programme": progress.programme.rawValue,
        "credited": String(progress.creditedMinutes), "required": String(progress.requiredMinutes),
        "missing": String(progress.missingMinutes), "completed": progress.completedOn?.description,
      ]
    ) { writer throws(XMLFault) in
      for module in progress.modules {
        try writer.element(
          "module",
          [
            "name": text("module.\(module.code)"), "code": module.code, "credited": String(module.credited),
            "recorded": String(module.recorded), "required": module.required.map(String.init),
          ])
      }
    }
  }

  // MARK: One session

  fileprivate var sessionForm: PageForm {
    let plans = pages.registry.parameters.plans
    let modules = Programme.allCases.flatMap { programme in
      let codes =
        programme.needsEnrolment
        ? plans.last { $0.programme == programme }?.modules.map(\.code) ?? []
        : RingTrainingModule.allCases.map(\.rawValue)
      return codes.map { code in
        (
          value: "\(programme.rawValue) \(code)",
          label: "\(text("programme.\(programme.rawValue)")) – \(text("module.\(code)"))"
        )
      }
    }
    return PageForm(
      "session", to: "/utbildning/pass",
      [
        // The form brings its own reference, so that sending it twice records one session.
        .init(name: "reference", kind: .hidden, values: ["webb-\(FormSecret.make().prefix(12))"]),
        .init(
          name: "person", kind: .input("text"), hint: "person",
          attributes: ["autocomplete": "off", "inputmode": "numeric", "short": "short"]),
        .init(name: "module", kind: .choice("select", modules)),
        .init(name: "starts", kind: .input("datetime-local"), hint: "starts", attributes: ["short": "short"]),
        .init(name: "ends", kind: .input("datetime-local"), attributes: ["short": "short"]),
        .init(
          name: "trainer", kind: .input("text"), isRequired: false, hint: "trainer",
          attributes: ["autocomplete": "off", "inputmode": "numeric", "short": "short"]),
      ])
  }

  fileprivate func sessionPage(_ form: PageForm) throws -> Response {
    _ = try account(.provider)
    return try page(
      "session", status: form.isWrong ? .unprocessableContent : .ok, area: .provider, up: Visit.providerHome
    ) { writer in try form.write(to: &writer) }
  }

  fileprivate func recordSession() throws -> Response {
    var form = sessionForm.filled(by: self)
    let registry = try registry(as: .provider)
    do {
      /// Reads a field, naming it when its value is wrong.
      func value<Value>(_ name: String, _ read: (String) throws -> Value) throws -> Value {
        guard let written = field(name) else { throw Refusal(.valueMissing, column: name) }
        do {
          return try read(written)
        } catch var refusal as Refusal {
          refusal.column = name
          throw refusal
        } catch let fault as IdentityFault {
          throw Refusal(RefusalCode(fault), column: name)
        }
      }
      guard let provider = try account(.provider).provider else { throw PageFault.absent }
      let module = (field("module") ?? "").split(separator: " ").map(String.init)
      guard module.count == 2 else { throw Refusal(.valueMissing, column: "module") }
      let report = SessionReport(
        provider: provider, reference: field("reference") ?? "", programme: module[0], module: module[1],
        person: try value("person") { try IdentityNumber(parsing: $0, on: today) },
        startsAt: try value("starts") { try Moment(parsing: $0) },
        endsAt: try value("ends") { try Moment(parsing: $0) },
        trainer: field("trainer") == nil ? nil : try value("trainer") { try IdentityNumber(parsing: $0, on: today) })
      guard !report.reference.isEmpty else { throw PageFault.foreignForm }
      let (_, notes) = try registry.recordSession(report)
      return redirect(to: "/utbildning", done: notes.isEmpty ? "session" : "session-noted")
    } catch {
      try form.refuse(
        error, in: self, naming: ["personnummer": "person", "starts_at": "starts", "ends_at": "ends"])
      return try sessionPage(form)
    }
  }

  // MARK: A file

  private static let providerKinds: [ImportKind] = [.sessions]

  fileprivate var providerFileForm: PageForm {
    fileForm("provider-file", to: "/utbildning/fil", of: Visit.providerKinds)
  }

  fileprivate func providerFilePage(_ form: PageForm, _ rows: UploadedRows? = nil) throws -> Response {
    _ = try account(.provider)
    return try page(
      "provider-import", status: form.isWrong ? .unprocessableContent : .ok, area: .provider,
      up: Visit.providerHome
    ) { writer in
      try rows?.write(to: &writer, in: self)
      try form.write(to: &writer)
    }
  }

  fileprivate func importSessions() throws -> Response {
    let registry = try registry(as: .provider)
    return try importing(
      providerFileForm, of: Visit.providerKinds, into: registry, page: providerFilePage)
  }
}
