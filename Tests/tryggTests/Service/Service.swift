import Foundation
import Glibc
import HTTPTesting

/// The built program's `serve` over the register of a test, until the value goes.
final class Service {
  /// Where it is reached.
  let address: String
  private let process: Process

  /// Starts it, or a script that starts it as `"$@"` in surroundings of its own.
  init(_ trygg: TryggProgram, now: String, arguments: [String] = [], within script: String? = nil) throws {
    process = Process()
    let serve = ["serve", "--listen", "127.0.0.1:0"] + arguments
    if let script {
      process.executableURL = URL(filePath: "/bin/bash")
      process.arguments = ["-c", script, "bash", TryggProgram.executable.path(percentEncoded: false)] + serve
    } else {
      process.executableURL = TryggProgram.executable
      process.arguments = serve
    }
    process.currentDirectoryURL = trygg.folder
    process.environment = [
      "PATH": "/usr/bin:/bin", "HOME": trygg.folder.path, "TRYGG_NOW": now, "TRYGG_LANG": "sv",
      "TRYGG_ACTOR": "tjänsten",
    ]
    let err = Pipe()
    process.standardError = err
    try process.run()
    let reader = err.fileHandleForReading
    var said = ""
    while !said.contains("\n") {
      let piece = reader.availableData
      guard !piece.isEmpty else { throw TryggProgram.CannotRun(what: said) }
      said += String(decoding: piece, as: UTF8.self)
    }
    let first = said.split(separator: "\n")[0]
    address = first.split(separator: " ").last.map { String($0.dropLast()) } ?? ""
    // The log is emptied to its end, so that the service never waits for the test.
    DispatchQueue.global().async { _ = reader.bytesToEnd() }
  }

  deinit {
    if process.isRunning { kill() }
  }

  /// Ends it at once, as a power cut would.
  func kill() {
    Glibc.kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }

  /// Asks it to end, and tells the exit code.
  func stop() -> Int32 {
    process.terminate()
    process.waitUntilExit()
    return process.terminationStatus
  }

  func wire() throws -> Wire { try Wire(to: address) }

  /// One request of a program with a token.
  func call(
    _ method: String, _ path: String, token: String? = nil, headers: [String: String] = [:],
    json: String? = nil
  ) throws -> Wire.Answer {
    var headers = headers
    if let token { headers["Authorization"] = "Bearer \(token)" }
    if json != nil { headers["Content-Type"] = "application/json" }
    guard
      let answer = try wire().request(method, path, headers: headers, body: Array((json ?? "").utf8)).answer()
    else { throw TryggProgram.CannotRun(what: "\(method) \(path): no answer") }
    return answer
  }
}

extension Wire.Answer {
  /// The body as JSON.
  var json: TryggProgram.Value {
    TryggProgram.Value(try? JSONSerialization.jsonObject(with: Data(body)))
  }
}

extension TryggProgram {
  /// Makes a user with a token, and gives the token.
  func token(_ name: String, role: String, _ more: String..., scopes: [String] = []) throws -> String {
    let added = try self(["user", "add", name, "--role", role] + more)
    guard added.code == 0 else { throw CannotRun(what: added.err) }
    let issued = try self(
      ["--format", "json", "user", "token", name] + scopes.flatMap { ["--scope", $0] })
    guard let secret = issued.json["secret"].text else { throw CannotRun(what: issued.err) }
    return secret
  }
}

// A browser's way in, with the cookies and the token of the forms.
extension Service {
  /// What a browser that has signed in holds.
  struct Visitor {
    let service: Service
    let cookie: String
    let token: String

    func get(_ path: String) throws -> Wire.Answer {
      guard let answer = try service.wire().request("GET", path, headers: ["Cookie": cookie]).answer() else {
        throw TryggProgram.CannotRun(what: "\(path): no answer")
      }
      return answer
    }

    /// Sends a file by a form as browsers do.
    func upload(_ file: [UInt8], as what: String, to path: String) throws -> Wire.Answer? {
      let head = ["token": token, "what": what].map { name, value in
        "--b\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n"
      }.joined()
      let part = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\n"
      return try service.wire().request(
        "POST", path, headers: ["Cookie": cookie, "Content-Type": "multipart/form-data; boundary=b"],
        body: Array((head + part).utf8) + file + Array("\r\n--b--\r\n".utf8)
      ).answer()
    }
  }

  /// Signs in by a code that `user code` issues.
  func signIn(_ trygg: TryggProgram, _ who: String..., now: String) throws -> Visitor {
    let issued = try trygg(["--format", "json", "user", "code"] + who, now: now)
    func hidden(_ answer: Wire.Answer) -> String? {
      answer.text.split(separator: "name=\"token\" value=\"").dropFirst().first.map { String($0.prefix(64)) }
    }
    func cookie(_ answer: Wire.Answer?) -> String? {
      answer?.headers["set-cookie"]?.split(separator: ";").first.map(String.init)
    }
    let page = try call("GET", "/logga-in")
    guard let code = issued.json["code"].text, let asked = hidden(page), let before = cookie(page) else {
      throw TryggProgram.CannotRun(what: issued.err + page.text)
    }
    let answer = try wire().request(
      "POST", "/logga-in",
      headers: ["Cookie": before, "Content-Type": "application/x-www-form-urlencoded"],
      body: Array("token=\(asked)&code=\(code)&till=".utf8)
    ).answer()
    guard let answer, answer.status == 303, let session = cookie(answer) else {
      throw TryggProgram.CannotRun(what: answer?.text ?? "no answer")
    }
    let own = try wire().request("GET", "/", headers: ["Cookie": session]).answer()
    guard let token = own.flatMap(hidden) else { throw TryggProgram.CannotRun(what: own?.text ?? "") }
    return Visitor(service: self, cookie: session, token: token)
  }
}
