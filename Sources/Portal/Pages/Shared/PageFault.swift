import Documents
import HTTP
import Operations
import Register

/// Why a page is not shown.
enum PageFault: String, Error, CaseIterable {
  /// The page belongs to somebody, and nobody has signed in.
  case signInNeeded = "PAGE_SIGN_IN"
  /// The page does not exist for the reader.
  case absent = "PAGE_ABSENT"
  /// The form was not made by a page of ours for this browser.
  case foreignForm = "PAGE_FOREIGN_FORM"
  /// Too many attempts from one place.
  case tooManyAttempts = "PAGE_TOO_MANY_ATTEMPTS"
  /// The address or what was sent with it cannot be read.
  case unreadable = "PAGE_UNREADABLE"
  /// The path takes no form, or is only for forms.
  case wrongMethod = "PAGE_WRONG_METHOD"
  /// What was sent is larger than the page takes.
  case tooLarge = "PAGE_TOO_LARGE"
  /// What was sent is not a form.
  case mediaType = "PAGE_MEDIA_TYPE"
  /// The service is not asked for by this name.
  case host = "PAGE_HOST"
  /// Something that the page needs is not there now.
  case unavailable = "PAGE_UNAVAILABLE"
}

extension PageFault {
  /// What a reader is told of a request that the server itself turns away.
  fileprivate init(_ fault: RequestFault) {
    self =
      switch fault.code {
      case .framing, .path, .body: .unreadable
      case .host: .host
      case .notFound: .absent
      case .methodNotAllowed: .wrongMethod
      case .tooLarge: .tooLarge
      case .mediaType: .mediaType
      case .noRoom: .unavailable
      }
  }
}

extension Visit {
  /// The page that tells why another is not shown; never more than its reader may know.
  func page(telling error: any Error) -> Response {
    let (status, code, facts) = answer(to: error)
    if code == PageFault.signInNeeded.rawValue {
      // A form that was sent is gone; a page is shown when its reader has signed in, as it was asked for.
      let target = request.address(with: "lang", nil).percentCoded
      return .redirect(to: request.method == .get ? "/logga-in?till=\(target)" : "/logga-in")
    }
    let response = try? page("fault", status: status, at: "/") { writer throws(XMLFault) in
      try self.write(code: code, facts, to: &writer)
    }
    guard let response else {
      return Response(status, type: "text/plain; charset=utf-8", text: catalogue.text(code))
    }
    return code == PageFault.tooManyAttempts.rawValue ? response.adding("Retry-After", "60") : response
  }

  private func answer(to error: any Error) -> (Status, String, [String: Fact]) {
    switch error {
    case let fault as PageFault:
      switch fault {
      case .signInNeeded: return (.forbidden, fault.rawValue, [:])
      case .absent: return (.notFound, fault.rawValue, [:])
      case .foreignForm: return (.forbidden, fault.rawValue, [:])
      case .tooManyAttempts: return (.tooManyRequests, fault.rawValue, [:])
      case .unreadable: return (.badRequest, fault.rawValue, [:])
      case .wrongMethod: return (.methodNotAllowed, fault.rawValue, [:])
      case .tooLarge: return (.contentTooLarge, fault.rawValue, [:])
      case .mediaType: return (.unsupportedMediaType, fault.rawValue, [:])
      case .host: return (.misdirectedRequest, fault.rawValue, [:])
      case .unavailable: return (.serviceUnavailable, fault.rawValue, [:])
      }
    case let refusal as Refusal:
      return (Visit.status(of: refusal), refusal.code.rawValue, refusal.facts)
    case let refusals as Refusals:
      guard let first = refusals.all.first else { break }
      return (Visit.status(of: first), first.code.rawValue, first.facts)
    case let fault as RequestFault:
      return (fault.status, PageFault(fault).rawValue, [:])
    case let fault as RegisterFault:
      switch fault.remedy {
      case .tryAgain: return (.serviceUnavailable, PageFault.unavailable.rawValue, [:])
      case .freeOutput: return (.insufficientStorage, PageFault.unavailable.rawValue, [:])
      default: return (.internalServerError, "PAGE_BROKEN", [:])
      }
    case let fault as PDFFault:
      return (.serviceUnavailable, fault.code.rawValue, fault.facts.mapValues(Fact.text))
    case is IdentificationFault: return (.serviceUnavailable, PageFault.unavailable.rawValue, [:])
    default: break
    }
    return (.internalServerError, "PAGE_BROKEN", [:])
  }

  /// What does not exist for the reader is not found; every other rule refuses what was asked.
  private static func status(of refusal: Refusal) -> Status {
    switch refusal.code {
    case .notPermitted, .unknownRing, .unknownOccasion, .unknownPerson, .unknownDocument, .unknownDecision,
      .unknownProvider, .yearBeforeAct:
      .notFound
    default: .unprocessableContent
    }
  }
}
