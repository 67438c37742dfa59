import Foundation
import Testing

/// The key that seals is replaced, and what it sealed stays genuine.
@Suite struct KeyTests {
  private func issued() throws -> TryggProgram {
    let trygg = try Town(neighbours: [.init(key: "M01", present: Town.occasions("A", 1...9))]).decided()
    try trygg.must("year", "statements", "2027", "--out", "ut", "--form", "xml", now: "2028-01-24T10:00")
    return trygg
  }

  @Test("What the old key sealed is genuine, with and without the register; the log verifies")
  func replaced() throws {
    let trygg = try issued()
    let before = try trygg.read("trygghetsregister.db.pub")
    let head = try trygg.read("trygghetsregister.db-head")
    let run = try trygg("--format", "json", "key", "replace", "--reason", "årligt byte", now: "2028-06-01")
    let key = try #require(run.json["key"].text)
    #expect(try trygg.read("trygghetsregister.db.pub") == "\(key)\n\(before)")
    let file = "ut/2028-000001-7.xml"
    try trygg("document", "verify", file, now: "2028-06-02").expect(0, "giltigt")
    try trygg("--register", "none.db", "document", "verify", file, "--key", "trygghetsregister.db.pub")
      .expect(0)
    let keys = try trygg("--format", "json", "key", "list").json["keys"].list
    #expect(keys.map(\.["inUse"].truth) == [true, false])
    try trygg.expectSound()
    try trygg("audit", "verify", "--head", head.trimmingCharacters(in: .newlines)).expect(0, "Loggen är hel")
    let mode = try trygg.shell("stat -c %a trygghetsregister.db.key trygghetsregister.db.pub")
    #expect(mode.out == "600\n600\n")
  }

  @Test("What the new key seals is not genuine to those who know the old one alone")
  func newSeals() throws {
    let trygg = try Town(neighbours: [.init(key: "M01", present: Town.occasions("A", 1...9))]).decided()
    try trygg.write("old.pub", try trygg.read("trygghetsregister.db.pub"))
    try trygg.must("key", "replace", "--reason", "årligt byte", now: "2028-01-20")
    try trygg.must("year", "statements", "2027", "--out", "ut", "--form", "xml", now: "2028-01-24T10:00")
    let file = "ut/2028-000001-7.xml"
    try trygg("document", "verify", file, "--key", "old.pub").expect(1, "SEAL_KEY_UNKNOWN")
    try trygg("document", "verify", file, now: "2028-02-01").expect(0, "giltigt")
  }

  @Test("A replacement that was cut off is finished by the next")
  func interrupted() throws {
    let trygg = try issued()
    try trygg.shell("printf '%064d\\n' 7 > trygghetsregister.db.key.next; chmod 600 *.next").expectDone()
    try trygg.must("key", "replace", "--reason", "årligt byte", now: "2028-06-01")
    #expect(try trygg.read("trygghetsregister.db.key") == String(repeating: "0", count: 63) + "7\n")
    try trygg.expectSound()
  }

  @Test("A backup knows every key, and so does the register that it is restored as")
  func backup() throws {
    let trygg = try issued()
    try trygg.must("key", "replace", "--reason", "årligt byte", now: "2028-06-01")
    try trygg.must("backup", "copy.db", now: "2028-06-02")
    #expect(try trygg.read("copy.db.pub") == (try trygg.read("trygghetsregister.db.pub")))
    try trygg.must("--register", "new.db", "restore", "copy.db", now: "2028-06-03")
    #expect(try trygg.read("new.db.pub").split(separator: "\n").count == 3)
    try trygg("--register", "new.db", "document", "verify", "ut/2028-000001-7.xml", now: "2028-06-04")
      .expect(0, "giltigt")
    try trygg("--register", "new.db", "audit", "verify").expect(0)
  }

  @Test("Only who may do everything replaces the key")
  func permission() throws {
    let trygg = try TryggProgram()
    try trygg.must("user", "add", "granskare", "--role", "auditor")
    #expect(try trygg("key", "replace", "--reason", "x", actor: "granskare").code == 77)
  }
}

extension TryggProgram.Run {
  fileprivate func expectDone(sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(code == 0, "\(err)", sourceLocation: sourceLocation)
  }
}
