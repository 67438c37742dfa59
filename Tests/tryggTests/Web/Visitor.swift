import Foundation
import HTTPTesting

/// Somebody with a browser that keeps cookies and runs no script.
final class Visitor {
  private let service: Service
  private let language: String
  private var cookies: [String: String] = [:]

  init(_ service: Service, language: String = "sv") {
    (self.service, self.language) = (service, language)
  }

  /// Signs in with a one-time code that the command issues to a person or a user.
  convenience init(
    _ service: Service, _ trygg: TryggProgram, as who: [String], language: String = "sv", now: String
  ) throws {
    self.init(service, language: language)
    let issued = try trygg(["--format", "json", "user", "code"] + who, now: now)
    guard let code = issued.json["code"].text else { throw TryggProgram.CannotRun(what: issued.err) }
    let answer = try post("/logga-in", ["code": code])
    guard answer.status == 303 else { throw TryggProgram.CannotRun(what: answer.text) }
  }

  func get(_ path: String) throws -> Wire.Answer {
    try send("GET", path, [:])
  }

  /// Sends a form with the token of the page that it stands on.
  func post(_ path: String, on page: String? = nil, _ fields: [String: String]) throws -> Wire.Answer {
    let form = try get(page ?? path).text
    let token = form.firstMatch(of: /name="token" value="([0-9a-f]+)"/)?.output.1 ?? ""
    return try send("POST", path, fields.merging(["token": String(token)]) { first, _ in first })
  }

  private func send(_ method: String, _ path: String, _ fields: [String: String]) throws -> Wire.Answer {
    var headers = ["Accept-Language": language]
    if !cookies.isEmpty { headers["Cookie"] = cookies.map { "\($0)=\($1)" }.joined(separator: "; ") }
    if method == "POST" { headers["Content-Type"] = "application/x-www-form-urlencoded" }
    let body = fields.map { "\($0)=\($1.inForm)" }.joined(separator: "&")
    guard
      let answer = try service.wire().request(method, path, headers: headers, body: Array(body.utf8)).answer()
    else { throw TryggProgram.CannotRun(what: "\(method) \(path): no answer") }
    if let cookie = answer.headers["set-cookie"]?.split(separator: ";").first?.split(
      separator: "=", maxSplits: 1),
      cookie.count == 2
    {
      cookies[String(cookie[0])] = String(cookie[1])
    }
    return answer
  }
}

extension String {
  fileprivate var inForm: String {
    addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
  }
}
