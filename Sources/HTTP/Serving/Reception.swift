import Dispatch
import Glibc
import Synchronization

/// One request on its way in, from its headers to the end of its answer.
final class Reception {
  private let engine: Engine
  private let line: Line?
  private let method: String
  private var request: Request
  private var found: (route: Route, body: BodyReader)?
  private var fault: RequestFault?

  /// Receives the line and the headers of a request.
  init(_ engine: Engine, line: Line?, method: String, path: String, headers: Fields) {
    self.engine = engine
    self.line = line
    self.method = method
    // Only connections of this machine come in, so who is far away is whom the proxy names last.
    let forwarded = headers.values("x-forwarded-for").last?.split(separator: ",").last?.trimmed
    request = Request(
      Method(rawValue: method) ?? .get, path, headers: headers, client: forwarded ?? "local")
    engine.underWay.enter()
    line?.allow(seconds: engine.limits.bodySeconds)
  }

  deinit {
    line?.allow(seconds: engine.limits.headerSeconds)
    engine.underWay.leave()
  }

  /// Finds the route, and answers at once a request that is refused before its body is read.
  func begin(version: String, rawQuery: Fields) -> Response? {
    do throws(RequestFault) {
      if line?.hasBlankInTarget ?? false { throw RequestFault(.framing) }
      try FramingGuard.check(version: version, request.headers)
      if let host = engine.host { try FramingGuard.check(host: request.header("host") ?? "", isFor: host) }
      let path = try RequestPath(request.path)
      request = try request.withQuery(rawQuery)
      let (route, parameters) = try engine.router.find(method, path.segments)
      request.pattern = route.pattern.text
      request.parameters = parameters
      found = (route, try BodyReader(for: route.intake, request, folder: engine.folder))
      return nil
    } catch {
      // What is left of the message cannot be trusted to be a body or the next request.
      return finish(engine.router.failure(error, request)).adding("Connection", "close")
    }
  }

  /// Takes a piece of the body, and tells whether the sender should go on.
  func take(_ piece: UnsafeRawBufferPointer) -> Bool {
    // What is left of a body that is refused is passed over, since the library answers only at its end.
    guard fault == nil else { return found?.body.passOver(piece.count) ?? false }
    do throws(RequestFault) {
      try found?.body.take(piece)
    } catch {
      fault = error
    }
    return fault?.code != .tooLarge
  }

  /// Answers a request that has come in whole.
  func answer() -> Response {
    line?.allowTimeToAnswer()
    let start = Reception.microseconds
    let response: Response
    do throws(RequestFault) {
      if let fault { throw fault }
      guard let found else { throw RequestFault(.framing) }
      request.body = try found.body.body()
      response = engine.router.answer(request, by: found.route)
    } catch {
      response = engine.router.failure(error, request)
    }
    line?.allow(seconds: engine.limits.bodySeconds)
    let isLast = engine.isStopping.load(ordering: .relaxed)
    return finish(response, since: start).adding(isLast ? [("Connection", "close")] : [])
  }

  private func finish(_ response: Response, since start: Int? = nil) -> Response {
    let time = start.map { Reception.microseconds - $0 } ?? 0
    let record = AccessRecord(
      method: Method(rawValue: method)?.rawValue ?? "-",
      pattern: request.pattern.isEmpty ? "-" : request.pattern, status: response.status, microseconds: time)
    engine.metrics.count(record)
    engine.log?.add(record)
    return response
  }

  private static var microseconds: Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1_000_000 + time.tv_nsec / 1_000
  }
}

extension Request {
  /// The request with the query as its sender meant it.
  fileprivate func withQuery(_ raw: Fields) throws(RequestFault) -> Request {
    guard !raw.all.isEmpty else { return self }
    var query = Fields()
    for field in raw.all {
      // The library has turned plus signs into blanks already.
      guard let name = PercentCoding.decode(field.name[...].utf8),
        let value = PercentCoding.decode(field.value[...].utf8)
      else { throw RequestFault(.path) }
      query.append(name, value)
    }
    return Request(method, path, query: query, headers: headers, client: client)
  }
}

extension Response {
  fileprivate func adding(_ headers: [(String, String)]) -> Response {
    headers.reduce(self) { $0.adding($1.0, $1.1) }
  }
}
