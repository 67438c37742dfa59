import HTTPTesting
import Testing

/// The service on a disk that is full, and then is not.
@Suite struct FullDiskTests {
  private let trygg: TryggProgram
  private static let now = "2027-06-15T12:00"

  init() throws {
    trygg = try TryggProgram.office()
    try trygg.registerRing(members: TryggProgram.m01)
  }

  /// A disk of four megabytes with room for some writes, until a line comes; with a second line the service ends, and the
  /// register is brought back.
  private static let script = """
    mkdir disk && mount -t tmpfs -o size=4m,mode=700 tmpfs disk || exit 1
    cp -p trygghetsregister.* disk/ && cd disk
    head -c $(( $(df --output=avail -B1 . | tail -1) - 400000 )) /dev/zero > fill
    trap "" TERM
    "$@" & service=$!
    ( timeout 120 head -n 1 ../lift > line; rm fill; echo lifted > ../lifted
      timeout 120 head -n 1 ../lift > line; kill $service ) &
    wait $service
    cp -p trygghetsregister.* ..
    """

  private static func occasion(_ index: Int) -> String {
    """
    [{"occasion": "A\(index)", "ring": "TR-1280-0001", "kind": "meeting", "starts_at": "2027-07-01T18:00", \
    "called_on": "2027-06-15"}]
    """
  }

  @Test("A full disk is told as such, loses nothing, and the service goes on when there is room again")
  func fullDisk() throws {
    // Where nobody may mount a disk there is nothing to try.
    guard try trygg.shell("unshare -Urm true && mkfifo lift lifted").code == 0 else { return }
    let token = try trygg.token("reg", role: "registrar")
    try trygg.must("user", "add", "egen", "--role", "provider", "--provider", TryggProgram.provider)
    try trygg.write("disk.sh", Self.script)
    let service = try Service(trygg, now: Self.now, within: "exec unshare -Urm bash disk.sh \"$@\"")
    func send(_ index: Int) throws -> Wire.Answer {
      try service.call("POST", "/api/v1/occasions", token: token, json: Self.occasion(index))
    }

    var acknowledged: [String] = []
    var refused: Wire.Answer?
    for index in 0..<400 where refused == nil {
      let answer = try send(index)
      if answer.status == 200 { acknowledged.append("A\(index)") } else { refused = answer }
    }
    let answer = try #require(refused)
    #expect(acknowledged.count > 2)
    #expect(answer.status == 507, "\(answer.text)")
    #expect(answer.headers["content-type"] == "application/problem+json")
    #expect(answer.json["code"].text == "SERVICE_CANNOT_WRITE")
    for word in ["disk", "/tmp", "sqlite", "TR-1280"] { #expect(!answer.text.contains(word), "\(word)") }

    // Reading goes on; what must be logged before it is read waits for room.
    #expect(try service.call("GET", "/health").status == 200)
    #expect(try service.call("GET", "/").status == 200)
    #expect(try service.call("GET", "/api/v1/occasions?ring=TR-1280-0001", token: token).status == 200)
    // An entry is smaller than an occasion, so some may still fit.
    var personal = try service.call("GET", "/health")
    for _ in 0..<400 where personal.status == 200 {
      personal = try service.call(
        "POST", "/api/v1/progress", token: token,
        json: #"[{"person": "\#(TryggProgram.m01)", "programme": "TR"}]"#)
    }
    #expect(personal.status == 507, "\(personal.text)")

    let index = acknowledged.count
    #expect(try trygg.shell("echo > lift; cat lifted").out == "lifted\n")
    #expect(try send(index).status == 200)
    let listed = try service.call(
      "GET", "/api/v1/occasions?ring=TR-1280-0001&limit=500", token: token)
    #expect(
      Set(listed.json["items"].list.compactMap(\.["occasion"].text)) == Set(acknowledged + ["A\(index)"]))
    #expect(try trygg.shell("echo > lift").code == 0)
    #expect(service.stop() == 0)
    try trygg.expectSound()
  }
}
