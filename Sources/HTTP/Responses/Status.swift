/// The status of a response (RFC 9110, section 15).
public struct Status: RawRepresentable, Hashable, Sendable {
  /// The three digits.
  public let rawValue: Int

  /// Makes a status of three digits.
  public init(rawValue: Int) {
    self.rawValue = rawValue
  }

  private init(_ code: Int) {
    self.rawValue = code
  }

  /// The answer is in the body.
  public static let ok = Status(200)
  /// Something was added.
  public static let created = Status(201)
  /// Some items were done, others not; the body tells each.
  public static let multiStatus = Status(207)
  /// Done, and there is nothing to say.
  public static let noContent = Status(204)
  /// Go on by reading another page, after a form.
  public static let seeOther = Status(303)
  /// What the reader holds is still what would be sent.
  public static let notModified = Status(304)
  /// The request is wrong in itself.
  public static let badRequest = Status(400)
  /// The caller is not known.
  public static let unauthorized = Status(401)
  /// The caller may not do this.
  public static let forbidden = Status(403)
  /// It does not exist for the caller.
  public static let notFound = Status(404)
  /// The path does not take the method.
  public static let methodNotAllowed = Status(405)
  /// It collides with what is there.
  public static let conflict = Status(409)
  /// The body is too long.
  public static let contentTooLarge = Status(413)
  /// The body has the wrong media type.
  public static let unsupportedMediaType = Status(415)
  /// The request is for another host.
  public static let misdirectedRequest = Status(421)
  /// A rule refuses what is asked.
  public static let unprocessableContent = Status(422)
  /// Too many attempts.
  public static let tooManyRequests = Status(429)
  /// A fault of the program.
  public static let internalServerError = Status(500)
  /// Busy, try again.
  public static let serviceUnavailable = Status(503)
  /// The disk is full.
  public static let insufficientStorage = Status(507)

  /// The name of the status in English, which problem documents carry as their title.
  public var title: String {
    Status.titles[rawValue] ?? "Status \(rawValue)"
  }

  private static let titles = [
    200: "OK", 201: "Created", 204: "No Content", 207: "Multi-Status", 303: "See Other",
    304: "Not Modified", 400: "Bad Request", 401: "Unauthorized", 403: "Forbidden", 404: "Not Found",
    405: "Method Not Allowed", 409: "Conflict", 413: "Content Too Large", 415: "Unsupported Media Type",
    421: "Misdirected Request", 422: "Unprocessable Content", 429: "Too Many Requests",
    500: "Internal Server Error", 503: "Service Unavailable", 507: "Insufficient Storage",
  ]
}
