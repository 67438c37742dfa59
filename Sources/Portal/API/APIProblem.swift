import CommandLine
import Documents
import Exchange
import HTTP
import Operations
import Register

/// Why a program is not answered, beside what the register and the server refuse.
enum APIFault: Error {
  /// No token came, or one that does not hold.
  case tokenNeeded
  /// The token was not made for this.
  case scopeMissing(TokenScope)
  /// Items name something that the path does not take.
  case namesUnknown([String], known: [String])
}

/// An error as a problem document tells it (RFC 9457): the codes of the command, and nothing of the program.
struct APIProblem {
  var status: Status
  var code: String
  var facts: [String: Fact] = [:]
  /// What rules refuse, each for itself; empty for faults of another kind.
  var refusals: [Refusal] = []
  var headers: [(name: String, value: String)] = []

  init(_ error: any Error) {
    switch error {
    case let refusal as Refusal: self.init([refusal])
    case let several as Refusals: self.init(several.all)
    case let fault as FileFault:
      self.init(.unprocessableContent, fault.code.rawValue, fault.facts)
    case let fault as RequestFault:
      self.init(fault.status, fault.code.rawValue)
      if !fault.allowed.isEmpty {
        headers = [("Allow", fault.allowed.map(\.rawValue).joined(separator: ", "))]
      }
    case APIFault.tokenNeeded:
      self.init(.unauthorized, "TOKEN_NEEDED")
      headers = [("WWW-Authenticate", "Bearer")]
    case APIFault.scopeMissing(let scope):
      self.init(.forbidden, "SCOPE_MISSING", ["scope": .text(scope.rawValue)])
      headers = [("WWW-Authenticate", #"Bearer error="insufficient_scope", scope="\#(scope.rawValue)""#)]
    case APIFault.namesUnknown(let names, let known):
      // In the words of a file with a column too many, since an item is a row of one.
      self.init(
        .unprocessableContent, FileFault.Code.columnUnknown.rawValue,
        ["columns": .text(names.joined(separator: ", ")), "known": .text(known.joined(separator: ", "))])
    case let fault as RegisterFault: self.init(fault)
    case let fault as PDFFault:
      self.init(.serviceUnavailable, fault.code.rawValue, fault.facts.mapValues(Fact.text))
    default: self.init(.internalServerError, "PROGRAM_FAULT", ["what": .text("-")])
    }
  }

  private init(_ status: Status, _ code: String, _ facts: [String: Fact] = [:]) {
    (self.status, self.code, self.facts) = (status, code, facts)
  }

  private init(_ refusals: [Refusal]) {
    let first = refusals.first
    self.init(
      first.map { APIProblem.status(of: $0.code) } ?? .unprocessableContent, first?.code.rawValue ?? "",
      first?.facts ?? [:])
    self.refusals = refusals
  }

  /// The path of the register is left out, since it is nobody's business outside.
  private init(_ fault: RegisterFault) {
    switch fault.remedy {
    case .tryAgain:
      self.init(.serviceUnavailable, "REGISTER_BUSY")
      headers = [("Retry-After", "5")]
    case .freeOutput: self.init(.insufficientStorage, "SERVICE_CANNOT_WRITE")
    case .mendInput, .findInput, .reportFault: self.init(.internalServerError, "SERVICE_BROKEN")
    }
  }

  /// What the caller may not see does not exist; what a rule forbids is told as such.
  private static func status(of code: RefusalCode) -> Status {
    switch code {
    case .unknownRing, .unknownOccasion, .unknownPerson, .unknownDocument, .unknownDecision, .unknownProvider:
      .notFound
    case .notPermitted: .forbidden
    case .idempotencyKeyReused: .conflict
    default: .unprocessableContent
    }
  }

  /// The problem document.
  func response(_ wording: APIWording) -> Response {
    let sentence = wording.text(code, facts)
    var members: [JSON.Member] = [
      .init("type", .string("urn:trygghetsregister:problem:\(code)")), .init("title", .string(status.title)),
      .init("status", .integer(status.rawValue)), .init("code", .string(code)),
      .init("detail", .string(sentence)),
    ]
    if !refusals.isEmpty { members.append(.init("errors", .array(refusals.map(wording.json)))) }
    var response = Response(status, type: "application/problem+json", JSON.object(members).document)
    for (name, value) in headers { response.headers.append(name, value) }
    return response.adding("Cache-Control", "no-store")
  }
}

/// The sentences of an answer to a program, from the same catalogue as the command's.
struct APIWording {
  let catalogue: MessageCatalogue

  init(templates: TemplateSet, language: Language) {
    catalogue = (try? templates.messages(language)) ?? MessageCatalogue(language: language)
  }

  /// What a code says.
  func text(_ code: String, _ facts: [String: Fact] = [:]) -> String {
    catalogue.text(code, catalogue.written(facts))
  }

  /// A refusal with its wording, the provision behind it and what to do.
  func json(_ refusal: Refusal) -> JSON {
    let facts = catalogue.written(refusal.facts)
    let code = refusal.code.rawValue
    var members: [JSON.Member] = [
      .init("code", .string(code)), .init("message", .string(catalogue.text(code, facts))),
    ]
    if let column = refusal.column { members.append(.init("column", .string(column))) }
    if let source = catalogue.source(code, facts) { members.append(.init("source", .string(source))) }
    if let remedy = catalogue.remedy(code, facts) { members.append(.init("remedy", .string(remedy))) }
    return .object(members)
  }
}
