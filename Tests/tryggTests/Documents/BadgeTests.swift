import Foundation
import Testing

/// Certificates as Open Badges 3.0, checked by openbadgeslib, which nobody here wrote.
@Suite struct BadgeTests {
  private static let python = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../../.venv-test/bin/python").standardized.path

  /// Verifies `badge.jwt` against the files of `webb`, as if today were a day of 2029, and prints what it says.
  private static let script = """
    import datetime, pathlib, sys
    import jwt.api_jwt, openbadgeslib.ob3.status, openbadgeslib.ob3.verifier as verifier

    class Later(datetime.datetime):
        @classmethod
        def now(cls, tz=None):
            return cls(2029, 1, 1, tzinfo=tz)

    for module in (jwt.api_jwt, openbadgeslib.ob3.status, verifier):
        module.datetime = Later

    base = "https://ringar.example.se/"
    def download(url):
        assert url.startswith(base), url
        return pathlib.Path("webb", url[len(base):]).read_bytes()

    try:
        issuer = verifier.OB3Verifier.for_issuer_did("did:web:ringar.example.se", download=download)
        badge = issuer.verify(
            pathlib.Path(sys.argv[1]).read_text(), check_status=True, download=download)
        print("valid", badge.achievement.name, badge.identifiers[0].identity_hash, badge.id)
    except verifier.OB3VerificationError as error:
        print("refused", error)
    """

  /// A register with its address, and K1's certificate as `badge.jwt`.
  private func issued() throws -> TryggProgram {
    let trygg = try TryggProgram.course()
    try trygg.sql("UPDATE setting SET value = 'https://ringar.example.se' WHERE key = 'address'")
    try trygg.enrol()
    try trygg.importSessions(TryggProgram.sessions(TryggProgram.wholeProgramme))
    try trygg.must(
      "certificate", "issue", "--person", TryggProgram.k1, "--programme", "SM", now: "2027-03-22T10:00")
    try trygg.must("certificate", "show", "--number", number, "--form", "jwt", "--out", "badge.jwt")
    try trygg.must("certificate", "publish", "--out", "webb", now: "2028-12-01")
    try trygg.write("verify.py", BadgeTests.script)
    return trygg
  }

  private let number = "2027-000001-9"

  private func verify(_ trygg: TryggProgram, _ file: String = "badge.jwt") throws -> String {
    let run = try trygg.shell("\(BadgeTests.python) verify.py \(file)")
    #expect(run.code == 0, "\(run.err)")
    return run.out
  }

  @Test("A badge is valid to another's verifier, by the published keys and status list")
  func valid() throws {
    let trygg = try issued()
    let said = try verify(trygg)
    #expect(said.hasPrefix("valid Utbildning till samhällsmedlare "), "\(said)")
    #expect(said.contains("https://ringar.example.se/verifiera/"))
    let payload = try trygg.read("badge.jwt").split(separator: ".").map(String.init)
    #expect(payload.count == 3)
    let again = try trygg.must("certificate", "show", "--number", number, "--form", "jwt", now: "2030-01-01")
    #expect(again.out == (try trygg.read("badge.jwt")))
  }

  @Test("A badge holds the name and nothing else of the holder")
  func privacy() throws {
    let trygg = try issued()
    let decode = try trygg.shell(
      "cut -d. -f2 badge.jwt | tr '_-' '/+' | (cat; echo ===) | base64 -di 2>/dev/null")
    #expect(decode.out.contains("\"identityType\":\"name\""))
    for words in ["910101", "2392", "****"] { #expect(!decode.out.contains(words), "\(words)") }
  }

  @Test("A changed badge is refused")
  func tampered() throws {
    let trygg = try issued()
    var parts = try trygg.read("badge.jwt").split(separator: ".").map(String.init)
    let middle = parts[1].index(parts[1].startIndex, offsetBy: parts[1].count / 2)
    parts[1].replaceSubrange(middle...middle, with: parts[1][middle] == "A" ? "B" : "A")
    try trygg.write("badge.jwt", parts.joined(separator: "."))
    #expect(try verify(trygg).hasPrefix("refused Invalid signature"))
  }

  @Test("A revoked badge is refused as soon as the list is published anew; one that stands is not")
  func revoked() throws {
    let trygg = try issued()
    try trygg.enrol(TryggProgram.k2)
    try trygg.importSessions(TryggProgram.sessions(TryggProgram.wholeProgramme, of: TryggProgram.k2))
    try trygg.must(
      "certificate", "issue", "--person", TryggProgram.k2, "--programme", "SM", now: "2027-03-23T10:00")
    try trygg.must("certificate", "show", "--number", "2027-000002-7", "--form", "jwt", "--out", "other.jwt")
    try trygg.must(
      "certificate", "revoke", "--number", number, "--on", "2028-02-01", "--reason", "åsidosättande",
      now: "2028-01-20")
    try trygg.must("certificate", "publish", "--out", "webb", now: "2028-01-31")
    #expect(try verify(trygg).hasPrefix("valid"), "the day before")
    try trygg.must("certificate", "publish", "--out", "webb", now: "2028-02-01")
    #expect(try verify(trygg).hasPrefix("refused Credential status 'revocation' is set"))
    #expect(try verify(trygg, "other.jwt").hasPrefix("valid"))
  }

  @Test("After a change of key, badges of both keys are valid")
  func newKey() throws {
    let trygg = try issued()
    try trygg.must("key", "replace", "--reason", "årligt byte", now: "2028-06-01")
    try trygg.must("certificate", "publish", "--out", "webb", now: "2028-12-01")
    #expect(try verify(trygg).hasPrefix("valid"))
    try trygg.must("certificate", "show", "--number", number, "--form", "jwt", "--out", "new.jwt")
    #expect(try trygg.read("new.jwt") != trygg.read("badge.jwt"))
    #expect(try verify(trygg, "new.jwt").hasPrefix("valid"))
  }
}
