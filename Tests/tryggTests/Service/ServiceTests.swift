import Foundation
import Glibc
import HTTPTesting
import Synchronization
import Testing

/// How the service lives beside the command, and what it survives.
@Suite struct ServiceTests {
  private let trygg: TryggProgram
  private let token: String
  private let now = "2027-06-15T12:00"

  init() throws {
    trygg = try TryggProgram.office()
    try trygg.registerRing(members: TryggProgram.m01)
    token = try trygg.token("reg", role: "registrar")
  }

  private static func occasion(_ key: String) -> String {
    """
    [{"occasion": "\(key)", "ring": "TR-1280-0001", "kind": "meeting", "starts_at": "2027-07-01T18:00", \
    "called_on": "2027-06-15"}]
    """
  }

  @Test func itStartsWithNothingElseAndEndsInOrder() throws {
    let service = try Service(trygg, now: now)
    #expect(try service.call("GET", "/health").status == 200)
    #expect(try service.call("GET", "/metrics").text.contains("http_requests_total"))
    #expect(service.stop() == 0)
    #expect(throws: Wire.Broken.self) { try service.wire() }
  }

  @Test func aReaderIsToldWhatIsWrongWithTheRequest() throws {
    let service = try Service(trygg, now: now)
    let path = try service.call("GET", "/ring/../utbildning")
    #expect(path.status == 400)
    #expect(path.text.contains("går inte att läsa"))
    let form = try service.call("POST", "/logga-in", json: "{}")
    #expect(form.status == 415)
    #expect(form.text.contains("inte ett formulär"))
    #expect(try service.call("PUT", "/verifiera").text.contains("på det sättet"))
    for answer in [path, form] { #expect(!answer.text.contains("upptagen")) }
  }

  @Test func aDamagedRegisterIsNotServed() throws {
    let run = try trygg.shell(
      "sqlite3 trygghetsregister.db 'PRAGMA wal_checkpoint(TRUNCATE)' >checkpoint; "
        + "dd if=/dev/urandom of=trygghetsregister.db bs=4096 seek=3 count=40 conv=notrunc 2>damage; "
        + "timeout 60 \"$trygg\" serve --listen 127.0.0.1:0")
    #expect(run.code == 65, "\(run.err)")
  }

  @Test(
    "An address that is not the machine's own is refused with the forms that are taken",
    arguments: ["foo", "0.0.0.0:8080", "192.168.1.2:8080", "127.0.0.1", "127.0.0.1:65536", "unix:", ""])
  func whereItDoesNotListen(address: String) throws {
    let run = try trygg(["serve", "--listen", address])
    #expect(run.code == 65)
    for form in ["127.0.0.1:PORT", "localhost:PORT", "[::1]:PORT", "unix:FIL", "systemd", "LISTEN_ADDRESS"] {
      #expect(run.err.contains(form), "\(run.err)")
    }
  }

  /// Written beside each other, the service's and the command's occasions are all there.
  @Test func theCommandAndTheServiceWriteAtTheSameTime() throws {
    let service = try Service(trygg, now: now)
    let (address, token) = (service.address, token)
    let statuses = Mutex<[Int]>([])
    let group = DispatchGroup()
    for thread in 0..<4 {
      DispatchQueue.global().async(group: group) {
        for number in 0..<10 {
          let answer = try? Wire(to: address).request(
            "POST", "/api/v1/occasions",
            headers: ["Authorization": "Bearer \(token)", "Content-Type": "application/json"],
            body: Array(ServiceTests.occasion("S\(thread)-\(number)").utf8)
          ).answer()
          statuses.withLock { $0.append(answer?.status ?? 0) }
        }
      }
    }
    for number in 0..<10 {
      try trygg.must(
        "occasion", "add", "--ring", "TR-1280-0001", "--occasion", "C\(number)", "--kind", "meeting",
        "--starts-at", "2027-07-01T18:00", "--called-on", "2027-06-15", now: now)
    }
    group.wait()
    #expect(statuses.withLock { $0 } == [Int](repeating: 200, count: 40))
    let listed = try trygg("--format", "json", "occasion", "list", "--ring", "TR-1280-0001", now: now)
    #expect(listed.json["occasions"].list.count == 50)
    try trygg.must("audit", "verify")
  }

  /// What was answered as stored is stored, whenever the power goes.
  @Test func aPowerCutLosesNoAcknowledgedWrite() throws {
    let service = try Service(trygg, now: now)
    let (address, token) = (service.address, token)
    let acknowledged = Mutex<[String]>([])
    let group = DispatchGroup()
    let enough = DispatchSemaphore(value: 0)
    for thread in 0..<4 {
      DispatchQueue.global().async(group: group) {
        for number in 0..<10_000 {
          let key = "K\(thread)-\(number)"
          let answer = try? Wire(to: address).request(
            "POST", "/api/v1/occasions",
            headers: ["Authorization": "Bearer \(token)", "Content-Type": "application/json"],
            body: Array(ServiceTests.occasion(key).utf8)
          ).answer()
          guard answer?.status == 200 else { return }
          let count = acknowledged.withLock {
            $0.append(key)
            return $0.count
          }
          if count == 200 { enough.signal() }
        }
      }
    }
    enough.wait()
    service.kill()
    group.wait()
    let listed = try trygg("--format", "json", "occasion", "list", "--ring", "TR-1280-0001", now: now)
    let stored = Set(listed.json["occasions"].list.compactMap { $0["occasion"].text })
    #expect(stored.isSuperset(of: acknowledged.withLock { $0 }))
    try trygg.must("audit", "verify")
    try trygg.must("doctor")
  }

  /// A register that somebody else holds is told as busy, and answered again afterwards.
  @Test func aLockedRegisterIsToldAsBusy() throws {
    let service = try Service(trygg, now: now)
    let lock = open(trygg.folder.path + "/trygghetsregister.db-lock", O_RDWR | O_CLOEXEC)
    defer { close(lock) }
    flock(lock, LOCK_EX)
    let busy = try service.call("POST", "/api/v1/occasions", token: token, json: ServiceTests.occasion("A"))
    #expect(busy.status == 503)
    #expect(busy.json["code"].text == "REGISTER_BUSY")
    #expect(busy.headers["retry-after"] != nil)
    #expect(!busy.text.contains(trygg.folder.path))
    #expect(try service.call("GET", "/health").status == 200)
    flock(lock, LOCK_UN)
    #expect(
      try service.call("POST", "/api/v1/occasions", token: token, json: ServiceTests.occasion("A")).status
        == 200)
  }

  @Test func onlyTheServedHostIsAnswered() throws {
    let service = try Service(trygg, now: now, arguments: ["--host", "trygg.example"])
    #expect(try service.call("GET", "/health").status == 421)
    let wire = try service.wire()
    wire.send("GET /health HTTP/1.1\r\nHost: trygg.example\r\n\r\n")
    #expect(wire.answer()?.status == 200)
  }

  /// What is read must be logged before it is shown, so a register that cannot be written is told as busy here too.
  @Test func aPageOfALockedRegisterSaysSo() throws {
    let service = try Service(trygg, now: now)
    let visitor = try service.signIn(trygg, "--person", TryggProgram.m01, now: now)
    #expect(try visitor.get("/mina-sidor").status == 200)
    let lock = open(trygg.folder.path + "/trygghetsregister.db-lock", O_RDWR | O_CLOEXEC)
    defer { close(lock) }
    flock(lock, LOCK_EX)
    let busy = try visitor.get("/mina-sidor")
    #expect(busy.status == 503)
    #expect(busy.headers["content-type"]?.contains("xhtml") == true)
    #expect(!busy.text.contains(trygg.folder.path))
    #expect(!busy.text.contains("TR-1280-0001"))
    #expect(try visitor.get("/tillganglighet").status == 200)
    flock(lock, LOCK_UN)
    #expect(try visitor.get("/mina-sidor").status == 200)
    try trygg.must("audit", "verify")
  }

  /// A page shows what another process has just written, though it was rendered before.
  @Test func aPageShowsWhatTheCommandHasWritten() throws {
    let service = try Service(trygg, now: now)
    let visitor = try service.signIn(trygg, "--person", TryggProgram.m01, now: now)
    let first = try visitor.get("/mina-sidor").text
    #expect(try visitor.get("/mina-sidor").text == first)
    try trygg.callMeeting("M9", on: "2027-08-01")
    let second = try visitor.get("/mina-sidor").text
    #expect(second != first)
    #expect(try visitor.get("/mina-sidor").text == second)
    // Each look stands in the log, whether or not the page was known.
    let read = try trygg.sql(
      "SELECT count(*) FROM audit_entry WHERE act = 'member.page' AND outcome = 'read'")
    #expect(read == "4")
    try trygg.must("user", "revoke", try trygg.sql("SELECT name FROM user WHERE role = 'member'"))
    #expect(try visitor.get("/mina-sidor").status == 303)
  }

  /// systemd opens the socket before the service is there (sd_listen_fds(3)); who comes meanwhile waits in it.
  @Test func aSocketThatSystemdOpenedIsServed() throws {
    let run = try trygg.shell(
      """
      exec timeout 60 /usr/bin/python3 - <<'END'
      import os, signal, socket
      door = socket.socket(socket.AF_UNIX)
      door.bind("http.socket")
      door.listen()
      early = socket.socket(socket.AF_UNIX)
      early.settimeout(30)
      early.connect("http.socket")
      early.send(b"GET /health HTTP/1.1\\r\\nHost: x\\r\\n\\r\\n")
      child = os.fork()
      if child == 0:
          os.dup2(door.fileno(), 3)
          os.set_inheritable(3, True)
          os.execve(os.environ["trygg"], ["trygg", "serve", "--listen", "systemd"],
                    {**os.environ, "LISTEN_FDS": "1", "LISTEN_PID": str(os.getpid())})
      print(early.recv(4096).split(b"\\r\\n")[0].decode())
      os.kill(child, signal.SIGTERM)
      print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), os.path.exists("http.socket"))
      END
      """, now: now)
    #expect(run.out == "HTTP/1.1 200 OK\n0 True\n", "\(run.out)\(run.err)")
  }
}
