import Glibc
import HTTP
import HTTPTesting
import Testing

/// How a server holds out and how it ends.
struct ServerTests {
  @Test func aRequestThatIsNeverEndedIsHungUpOn() throws {
    let echo = try Echo { $0.headerSeconds = 1 }
    let wire = try echo.wire()
    wire.send("GET / HTTP/1.1\r\nHost: local")
    #expect(wire.isHungUp())
  }

  /// A byte now and then keeps a connection busy, but not beyond its time.
  @Test func aSlowSenderIsHungUpOn() throws {
    let echo = try Echo { $0.headerSeconds = 2 }
    let wire = try echo.wire()
    wire.send("GET / HTTP/1.1\r\nHost: localhost\r\nX: ")
    #expect(wire.isHungUp(whileSending: 65, every: 50, atMost: 200))
  }

  @Test func aSlowBodyIsHungUpOn() throws {
    let echo = try Echo { $0.bodySeconds = 1 }
    let wire = try echo.wire()
    wire.send("POST /echo HTTP/1.1\r\nHost: localhost\r\nContent-Length: 900\r\n\r\n")
    #expect(wire.isHungUp(whileSending: 65, every: 50, atMost: 200))
    #expect(echo.paths.list.isEmpty)
  }

  @Test func tenMegabytesOfHeadersAreRefused() throws {
    let echo = try Echo()
    let wire = try echo.wire()
    wire.send("GET / HTTP/1.1\r\nHost: localhost\r\nX: ")
    let piece = [UInt8](repeating: 65, count: 1 << 16)
    var sent = 0
    while sent < 160, wire.send(piece) { sent += 1 }
    #expect(wire.answer().map { $0.status == 431 } ?? true)
    #expect(sent < 160)
    #expect(try echo.answer("GET", "/")?.status == 200)
  }

  @Test func aThousandIdleConnectionsLeaveRoom() throws {
    let echo = try Echo()
    let idle = try (0..<1_000).map { _ in try echo.wire() }
    #expect(try echo.answer("GET", "/")?.status == 200)
    for wire in idle { #expect(wire.request("GET", "/").answer()?.status == 200) }
  }

  @Test func aUNIXSocketIsServedAndCleared() throws {
    let path = "/tmp/trygg-test-\(getpid()).socket"
    for _ in 0..<2 {
      let echo = try Echo(on: .unix(path: path))
      var status = stat()
      #expect(lstat(path, &status) == 0)
      #expect(status.st_mode & 0o777 == 0o660)
      #expect(try echo.answer("GET", "/")?.status == 200)
      #expect(throws: ServerFault.self) { try Echo(on: .unix(path: path)) }
      echo.server.stop()
      #expect(lstat(path, &status) != 0)
    }
  }

  @Test func anAddressInUseIsTold() throws {
    let echo = try Echo()
    let port = try #require(echo.server.address.split(separator: ":").last.flatMap { UInt16($0) })
    let fault = #expect(throws: ServerFault.self) {
      try Echo(on: .loopback(host: "127.0.0.1", port: port))
    }
    #expect(fault?.code == .addressInUse)
  }

  @Test(arguments: [
    ("127.0.0.1:8080", ListenAddress.loopback(host: "127.0.0.1", port: 8080)),
    ("localhost:80", .loopback(host: "127.0.0.1", port: 80)), ("[::1]:1", .loopback(host: "::1", port: 1)),
    ("unix:/run/trygg/socket", .unix(path: "/run/trygg/socket")), ("0.0.0.0:80", nil), ("8080", nil),
    ("example.org:80", nil), ("127.0.0.1:99999", nil), ("unix:", nil), ("127.0.0.1", nil),
  ])
  func anAddressIsRead(text: String, address: ListenAddress?) {
    #expect(ListenAddress(text) == address)
  }

  /// An answer under way leaves whole, and nothing new comes in.
  @Test func aStopWaitsForAnswersUnderWay() throws {
    let hasBegun = Gate()
    let mayEnd = Gate()
    let router = Router([
      Route(.get, "/slow") { _ in
        hasBegun.open()
        mayEnd.wait()
        return Response(type: "text/plain", text: "whole")
      }
    ])
    let server = try Server(router, on: .loopback(host: "127.0.0.1", port: 0))
    let wire = try Wire(to: server.address).request("GET", "/slow")
    hasBegun.wait()
    let hasStopped = Gate()
    let thread = Gate.thread {
      server.stop()
      hasStopped.open()
    }
    mayEnd.open()
    let answer = wire.answer()
    #expect(answer?.text == "whole")
    hasStopped.wait()
    thread.wait()
    #expect(throws: Wire.Broken.self) { try Wire(to: server.address) }
  }

  /// The log and the counters name patterns, never what stood in their place.
  @Test func aCodeNeverReachesTheLog() throws {
    let path = "/tmp/trygg-test-\(getpid()).log"
    let descriptor = open(path, O_RDWR | O_CREAT | O_TRUNC, 0o600)
    unlink(path)
    defer { close(descriptor) }
    let echo = try Echo(log: AccessLog(to: descriptor))
    _ = try echo.answer("GET", "/code/SECRET?key=SECRET")
    _ = try echo.answer("GET", "/nothing/SECRET")
    echo.server.stop()
    var bytes = [UInt8](repeating: 0, count: 4_096)
    let count = pread(descriptor, &bytes, bytes.count, 0)
    let lines = String(decoding: bytes[..<max(0, count)], as: UTF8.self).split(separator: "\n")
    let words = lines.map { $0.split(separator: " ").map(String.init) }
    #expect(words.map { Array($0[1...3]) } == [["GET", "/code/{code}", "200"], ["GET", "-", "404"]])
    #expect(!lines.joined().contains("SECRET"))
    #expect(
      echo.metrics.text.contains(
        #"http_requests_total{method="GET",route="/code/{code}",status="200"} 1"#))
    #expect(!echo.metrics.text.contains("SECRET"))
  }
}
