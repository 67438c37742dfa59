import Documents
import Exchange
import HTTP
import Identity
import Operations
import Register

// How a provider reports sessions: one by one, and as a file.
extension Visit {
  var sessionForm: PageForm {
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
    func person(_ name: String, isRequired: Bool = false) -> PageForm.Field {
      .init(
        name: name, kind: .input("text"), isRequired: isRequired, isConditional: !isRequired, hint: name,
        attributes: ["autocomplete": "off", "inputmode": "numeric", "short": "short"])
    }
    return PageForm(
      "session", to: "/utbildning/pass",
      [
        // The form brings its own reference, so that sending it twice records one session.
        .init(name: "reference", kind: .hidden, values: ["webb-\(FormSecret.make().prefix(12))"]),
        person("person", isRequired: true),
        .init(name: "module", kind: .choice("select", modules)),
        .init(name: "starts", kind: .input("datetime-local"), hint: "starts", attributes: ["short": "short"]),
        .init(name: "ends", kind: .input("datetime-local"), attributes: ["short": "short"]),
        person("trainer"), person("supervisor"),
      ])
  }

  func sessionPage(_ form: PageForm) throws -> Response {
    _ = try account(.provider)
    return try page(
      "session", status: form.isWrong ? .unprocessableContent : .ok, area: .provider, up: Visit.providerHome
    ) { writer in try form.write(to: &writer) }
  }

  func recordSession() throws -> Response {
    var form = sessionForm.filled(by: self)
    let registry = try registry(as: .provider)
    if form.lacks(in: self) { return try sessionPage(form) }
    do {
      let report = try typedSession()
      let (person, _, notes) = try registry.recordSession(report)
      let counts = notes.allSatisfy { $0.code == .supervisorLoad }
      let done = notes.isEmpty ? "session" : counts ? "session-advised" : "session-noted"
      let path = Programme(rawValue: report.programme).map { Visit.path(of: person, in: $0) }
      return redirect(to: path ?? "/utbildning", done: done)
    } catch {
      try form.refuse(
        error, in: self, naming: ["personnummer": "person", "starts_at": "starts", "ends_at": "ends"])
      return try sessionPage(form)
    }
  }

  /// The session as it was typed.
  ///
  /// - Throws: what is wrong with a field, named by the field.
  private func typedSession() throws -> SessionReport {
    func value<Value>(_ name: String, _ read: (String) throws -> Value) throws -> Value? {
      guard let written = field(name) else { return nil }
      do {
        return try read(written)
      } catch var refusal as Refusal {
        refusal.column = name
        throw refusal
      } catch let fault as IdentityFault {
        throw Refusal(RefusalCode(fault), column: name)
      }
    }
    func needed<Value>(_ name: String, _ read: (String) throws -> Value) throws -> Value {
      guard let value = try value(name, read) else { throw Refusal(.valueMissing, column: name) }
      return value
    }
    func number(_ written: String) throws -> IdentityNumber {
      try IdentityNumber(parsing: written, on: today)
    }
    guard let provider = try account(.provider).provider, let reference = field("reference") else {
      throw PageFault.foreignForm
    }
    let module = (field("module") ?? "").split(separator: " ").map(String.init)
    guard module.count == 2 else { throw Refusal(.valueMissing, column: "module") }
    return SessionReport(
      provider: provider, reference: reference, programme: module[0], module: module[1],
      person: try needed("person", number), startsAt: try needed("starts") { try Moment(parsing: $0) },
      endsAt: try needed("ends") { try Moment(parsing: $0) }, trainer: try value("trainer", number),
      supervisor: try value("supervisor", number))
  }

  // MARK: A file

  private static let providerKinds: [ImportKind] = [.sessions, .enrolments]

  var providerFileForm: PageForm {
    fileForm("provider-file", to: "/utbildning/fil", of: Visit.providerKinds)
  }

  func providerFilePage(_ form: PageForm, _ rows: UploadedRows? = nil) throws -> Response {
    _ = try account(.provider)
    return try page(
      "provider-import", status: form.isWrong ? .unprocessableContent : .ok, area: .provider,
      up: Visit.providerHome
    ) { writer in
      try rows?.write(to: &writer, in: self)
      try form.write(to: &writer)
      try UploadedRows.write(columnsOf: Visit.providerKinds, to: &writer)
    }
  }

  func importProviderFile() throws -> Response {
    let registry = try registry(as: .provider)
    return try importing(
      providerFileForm, of: Visit.providerKinds, into: registry, page: providerFilePage)
  }
}
