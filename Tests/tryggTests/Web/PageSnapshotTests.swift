import Foundation
import HTTPTesting
import Testing

/// Every page of the service in both languages on a small register, as its readers get it.
///
/// `RECORD_SNAPSHOTS=1` keeps what is shown now. What chance makes is taken out: tokens, references, codes.
@Suite struct PageSnapshotTests {
  private static let now = "2028-02-01T10:00"

  /// The pages by whom they are shown to, and the name that each is kept under.
  private static let readers: [(reader: [String], paths: [String])] = [
    ([], ["/", "/logga-in", "/verifiera", "/tillganglighet", "/integritet", "/finns-inte", "/mina-sidor/x"]),
    (
      ["--person", TryggProgram.m01],
      [
        "/mina-sidor", "/mina-sidor/ar/2027", "/mina-sidor/narvaro/1", "/mina-sidor/registerutdrag",
        "/mina-sidor/utbildning",
      ]
    ),
    (
      ["kontakt"],
      ["/ring", "/ring?sort=activity", "/ring/kalla", "/ring/deltagare", "/ring/fil", "/ring/sammankomst/M1"]
    ),
    (
      ["egen"],
      [
        "/utbildning", "/utbildning?certifikat=nej", "/utbildning/deltagare/2/TR",
        "/utbildning/deltagare/5/RJ",
        "/utbildning/pass", "/utbildning/fil", "/utbildning/certifikat",
      ]
    ),
    (
      ["utredare"],
      ["/forslag", "/forslag?omrade=trygghetscenter&fynd=error", "/forslag/TR-R1", "/forslag/budget"]
    ),
    (["reg"], ["/oversikt", "/oversikt/ringar", "/oversikt/ringar?lage=ans%C3%B6kt"]),
  ]

  /// A ring with three members and its year decided, a jurist with the certificate of a course.
  private static func register() throws -> TryggProgram {
    let trygg = try TryggProgram.office()
    try trygg.registerRing(members: TryggProgram.m01, TryggProgram.m02)
    try trygg.train(TryggProgram.m01, on: "2027-01-20")
    let days = ["2027-02-02", "2027-04-06", "2027-06-01", "2027-09-07"]
    for (index, day) in days.enumerated() {
      try trygg.callMeeting("M\(index + 1)", on: day)
      for member in [TryggProgram.m01, TryggProgram.m02].prefix(index == 3 ? 1 : 2) {
        try trygg.must(
          "attendance", "record", "--occasion", "M\(index + 1)", "--person", member, "--status", "present",
          now: "\(day)T21:00")
      }
    }
    try trygg.enrolLawyer()
    try trygg.importSessions(
      TryggProgram.days("RJ", minutes: 80 * 60, in: "RJ", from: "2027-02-01")
        + TryggProgram.days("RJ", minutes: 60, in: "RJ", from: "2027-03-01"))
    try trygg.must(
      "certificate", "issue", "--person", TryggProgram.k1, "--programme", "RJ", now: "2027-03-02T10:00")
    try trygg.must("year", "lock", "2027", now: "2028-01-16")
    try trygg.must("year", "decide", "2027", now: "2028-01-17")
    try trygg.must(
      "user", "add", "kontakt", "--role", "ring_contact", "--ring", "TR-1280-0001", "--person",
      TryggProgram.m12)
    try trygg.must("user", "add", "egen", "--role", "provider", "--provider", TryggProgram.provider)
    try trygg.must("user", "add", "utredare", "--role", "policy")
    try trygg.must("user", "add", "reg", "--role", "registrar")
    return trygg
  }

  @Test("Every page is what it was", arguments: ["sv", "en"])
  func pages(language: String) throws {
    let trygg = try Self.register()
    let service = try Service(trygg, now: Self.now)
    for (reader, paths) in Self.readers {
      let visitor =
        reader.isEmpty
        ? Visitor(service, language: language)
        : try Visitor(service, trygg, as: reader, language: language, now: Self.now)
      for path in paths {
        let answer = try visitor.get(path)
        #expect(answer.headers["cache-control"] == "no-store")
        let name = path.dropFirst().map { $0.isLetter || $0.isNumber ? String($0) : "-" }.joined()
        try expectSnapshot(
          Self.settled(answer.text), "pages/\(name.isEmpty ? "start" : name).\(language).xhtml")
      }
    }
  }

  /// A page without what chance and the style sheet's length make, one element to a line.
  private static func settled(_ page: String) -> String {
    page.replacing(/value="[0-9a-f]{64}"/, with: "value=\"TOKEN\"")
      .replacing(/webb-[0-9a-zA-Z]{12}/, with: "webb-REFERENCE")
      .replacing(/TR-1280-0001-[0-9a-zA-Z]{10}/, with: "TR-1280-0001-KEY")
      .replacing(/portal\.css\?\d+/, with: "portal.css?VERSION")
      .replacing(/[0-9A-HJKMNP-TV-Z]{4}(?: [0-9A-HJKMNP-TV-Z]{4}){5} [0-9A-HJKMNP-TV-Z]{2}/, with: "CODE")
      .replacing(/\b[0-7][0-9A-HJKMNP-TV-Z]{25}\b/, with: "CODE").replacing("><", with: ">\n<") + "\n"
  }
}
