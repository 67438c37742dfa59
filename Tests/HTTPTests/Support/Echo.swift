import HTTP
import HTTPTesting
import Synchronization

/// A server whose routes say what reached them.
final class Echo: Sendable {
  let server: Server

  /// What it counts.
  let metrics = Metrics()

  /// The paths answered, in order.
  let paths: Paths

  final class Paths: Sendable {
    private let all = Mutex<[String]>([])
    var list: [String] { all.withLock { $0 } }
    func append(_ path: String) { all.withLock { $0.append(path) } }
  }

  init(
    host: String? = nil, on address: ListenAddress = .loopback(host: "127.0.0.1", port: 0),
    _ change: (inout Limits) -> Void = { _ in }, log: AccessLog? = nil
  ) throws {
    let paths = Paths()
    self.paths = paths
    var limits = Limits()
    limits.threads = 4
    change(&limits)
    let router = Router([
      Route(.get, "/") { _ in Response(type: "text/plain", text: "start") },
      Route(.post, "/echo", .bytes(limit: 1_000)) { request in
        paths.append(request.path)
        return Response(type: "text/plain", request.bytes)
      },
      Route(.get, "/smuggled") { request in
        paths.append(request.path)
        return Response(type: "text/plain", text: "smuggled")
      },
      Route(.get, "/code/{code}") { request in
        Response(type: "text/plain", text: request.parameters["code"] ?? "")
      },
      Route(.get, "/query") { request in
        Response(type: "text/plain", text: request.query.all.map { "[\($0.name)=\($0.value)]" }.joined())
      },
      Route(.get, "/language") { request in
        Response(type: "text/plain", text: request.language(among: ["sv", "en"]) ?? "")
      },
      Route(.post, "/form", .upload(limit: 1 << 20)) { request in
        let files = request.form.files.sorted { $0.key < $1.key }.map {
          "\($0.key):\($0.value.name):\($0.value.size)"
        }
        let fields = request.form.fields.all.map { "\($0.name)=\($0.value)" }
        return Response(type: "text/plain", text: (fields + files).joined(separator: "|"))
      },
      Route(.get, "/fault") { _ in throw Fault() },
      Route(.put, "/code/{code}") { _ in Response(.noContent) },
    ])
    server = try Server(router, on: address, host: host, limits: limits, metrics: metrics, log: log)
  }

  private struct Fault: Error {}

  func wire() throws -> Wire { try Wire(to: server.address) }

  /// The answer to one request on a connection of its own.
  func answer(
    _ method: String, _ path: String, headers: [String: String] = [:], body: [UInt8] = []
  ) throws -> Wire.Answer? {
    try wire().request(method, path, headers: headers, body: body).answer(toHead: method == "HEAD")
  }
}
