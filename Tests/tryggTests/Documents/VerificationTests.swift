import Foundation
import Testing

/// What `document verify` says of files that are right, changed and strange, with and without the register.
@Suite struct VerificationTests {
  static let number = "2028-000001-7"

  /// A town whose one granted member has the statement `ut/2028-000001-7.xml`.
  private func issued() throws -> TryggProgram {
    let trygg = try Town(neighbours: [.init(key: "M01", present: Town.occasions("A", 1...9))]).decided()
    try trygg.must("year", "statements", "2027", "--out", "ut", "--form", "xml", now: "2028-01-24T10:00")
    return trygg
  }

  private let file = "ut/\(VerificationTests.number).xml"

  @Test("A statement is genuine, says what it says and is valid")
  func genuine() throws {
    let trygg = try issued()
    let run = try trygg("document", "verify", file, now: "2028-02-01")
    run.expect(0, "Handlingen är äkta.", "Årsbesked 2028-000001-7", "2028-02-01: giltigt", "9 av 12")
    let told = try trygg("--format", "json", "document", "verify", file, now: "2028-02-01").json
    #expect(told["verdict"].text == "genuine")
    #expect(told["standing"].text == "giltigt")
    #expect(told["content"].list.contains { $0.text?.contains("75,00\u{A0}%") == true })
  }

  @Test("The public key is all that is needed")
  func offline() throws {
    let trygg = try issued()
    let script = """
      mkdir elsewhere && cp \(file) elsewhere/a.xml && cp trygghetsregister.db.pub elsewhere/key && cd elsewhere
      $trygg --format json document verify a.xml --key key
      """
    let run = try trygg.shell(script)
    #expect(run.code == 0, "\(run.err)")
    #expect(run.json["verdict"].text == "genuine")
    #expect(run.json["standing"].isNull)
  }

  @Test("Any program that knows Ed25519 and SHA-256 can check the seal")
  func openSSL() throws {
    let trygg = try issued()
    let script = """
      head -c -1 \(file) | head -n -1 | head -c -1 | openssl dgst -sha256 -binary > digest
      sed -n 's/.*signature="\\(.*\\)".*/\\1/p' \(file) | base64 -d > signature
      (printf '302a300506032b6570032100'; cat trygghetsregister.db.pub) | python3 -c \
        'import sys; sys.stdout.buffer.write(bytes.fromhex(sys.stdin.read()))' > key.der
      openssl pkeyutl -verify -pubin -keyform DER -inkey key.der -rawin -in digest -sigfile signature
      """
    let run = try trygg.shell(script)
    #expect(run.code == 0, "\(run.out)\(run.err)")
  }

  @Test(
    "A changed byte is found wherever it is",
    arguments: [
      ("number=\"2028", "number=\"2029"), ("amount=\"2000\"", "amount=\"9000\""), ("Kim", "Tim"),
      ("<?xml version=\"1.0\"", "<?xml version='1.0'"), ("\n<?trygg", " \n<?trygg"),
    ])
  func changed(_ old: String, _ new: String) throws {
    let trygg = try issued()
    let document = try trygg.read(file)
    #expect(document.contains(old))
    let forged = try trygg.write("forged.xml", document.replacing(old, with: new, maxReplacements: 1))
    let run = try trygg("--format", "json", "document", "verify", forged)
    #expect(run.code == 1)
    #expect(run.json["verdict"].text == "altered")
    #expect(run.json["content"].isNull)
  }

  @Test("Every byte of the document counts")
  func everyByte() throws {
    let trygg = try issued()
    let bytes = Array(try trygg.read(file).utf8)
    let end = try #require(bytes.dropLast().lastIndex(of: UInt8(ascii: "\n")))
    for place in stride(from: 0, to: end, by: 97) {
      var forged = bytes
      forged[place] ^= 1
      try trygg.write("forged.xml", forged)
      let run = try trygg("--format", "json", "document", "verify", "forged.xml")
      #expect(run.code == 1 && run.json["verdict"].text == "altered", "byte \(place)")
    }
  }

  @Test("Without a seal, or with another's, nothing is said to be genuine")
  func unknown() throws {
    let trygg = try issued()
    let document = try trygg.read(file)
    let bare = document.components(separatedBy: "\n<?trygghetsregister-seal").first ?? ""
    try trygg.write("bare.xml", bare)
    try trygg("document", "verify", "bare.xml").expect(1, "SEAL_MISSING")
    try trygg.write("text.xml", "Hej")
    try trygg("document", "verify", "text.xml").expect(1, "SEAL_MISSING")
    let other = try TryggProgram()
    try other.write("document.xml", document)
    try other("document", "verify", "document.xml").expect(1, "SEAL_KEY_UNKNOWN")
    try other.write("key", "no key")
    try other("document", "verify", "document.xml", "--key", "key").expect(65, "SEAL_KEY_FORMAT")
    try other("document", "verify", "document.xml", "--key", "none").expect(66)
    try other("document", "verify", "none.xml").expect(66)
  }

  @Test("A sealed file is still valid by the schema and well-formed to others")
  func schema() throws {
    let trygg = try issued()
    let schema = try trygg.legal("benefit.amount_kr", "2000") + "/schemas/statement.rng"
    let check = try trygg.shell("xmllint --noout --relaxng \(schema) \(file)")
    #expect(check.code == 0 || check.code == 127, "\(check.err)")
  }

  @Test("DOK-03: the first statement is genuine and replaced by its correction")
  func replaced() throws {
    let trygg = try issued()
    let person = Town.numbers["M01"] ?? ""
    try trygg.must(
      "attendance", "correct", "--occasion", "A09", "--person", person, "--status", "absent", "--reason",
      "fel person", now: "2028-02-18")
    try trygg.must(
      "decision", "correct", "--person", person, "--year", "2027", "--reason", "fel person", now: "2028-02-18"
    )
    try trygg.must(
      "decision", "close", "--person", person, "--year", "2027", "--outcome", "AVSLAG", "--reason",
      "obesvarat", now: "2028-03-10")
    try trygg.must("year", "statements", "2027", "--out", "nytt", "--form", "xml", now: "2028-03-10T10:00")
    let told = try trygg("--format", "json", "document", "verify", file, now: "2028-03-11").json
    #expect(told["verdict"].text == "genuine")
    #expect(told["standing"].text == "ersatt")
    let successor = try #require(told["replacedBy"].text)
    try trygg("document", "verify", "nytt/\(successor).xml", now: "2028-03-11").expect(0, "giltigt")
    try trygg("document", "verify", file, now: "2028-03-11").expect(0, "ersatt av \(successor)")
  }

  @Test("Protected identity: to all but the registrar the register knows no such document")
  func protected() throws {
    let trygg = try issued()
    try trygg.must("person", "protect", "--person", Town.numbers["M01"] ?? "", now: "2028-02-01")
    try trygg.must("user", "add", "polly", "--role", "policy")
    let told = try trygg(
      "--format", "json", "document", "verify", file, now: "2028-03-01", actor: "polly")
    #expect(told.json["standing"].text == "okänt")
    let registrar = try trygg("--format", "json", "document", "verify", file, now: "2028-03-01")
    #expect(registrar.json["standing"].text == "giltigt")
  }
}
