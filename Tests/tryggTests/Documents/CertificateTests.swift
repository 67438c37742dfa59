import Foundation
import Testing

/// Certificates from the last session to the verification of any day (scenarios D6 and D7).
@Suite struct CertificateTests {
  private let trygg: TryggProgram

  init() throws {
    trygg = try TryggProgram.course()
  }

  /// A course that K1 completes on 2027-02-05, and its certificate, issued on 2027-03-22.
  private func issued(to name: String? = nil) throws -> String {
    try trygg.enrol()
    try trygg.importSessions(TryggProgram.sessions(TryggProgram.wholeProgramme))
    let run = try trygg(
      "--format", "json", "certificate", "issue", "--person", TryggProgram.k1, "--programme", "SM",
      now: "2027-03-22T10:00")
    #expect(run.code == 0 && run.json["issued"].truth == true, "\(run.err)")
    return try #require(run.json["number"].text)
  }

  private func standing(_ number: String, on day: String) throws -> String? {
    try trygg(
      "--format", "json", "certificate", "show", "--number", number, "--on", day, now: "2028-06-01"
    ).json["standing"].text
  }

  @Test("MED-01: the certificate has seven module rows and the total 200")
  func complete() throws {
    let number = try issued()
    #expect(number == "2027-000001-9")
    let page = try trygg.must("certificate", "show", "--number", number, "--form", "html").out
    for words in [
      "Utbildning till samhällsmedlare", "910101-****", "Konfliktteori", "Medlingsteknik",
      "Barn- och ungdomsrätt", "Deeskalering", "Kulturell kompetens", "Juridik", "Praktik",
      "200\u{A0}timmar", "60\u{A0}timmar", "Malmö stad",
    ] {
      #expect(page.contains(words), "\(words)")
    }
    #expect(page.components(separatedBy: "<tr>").count - 1 == 8, "the head and seven modules")
    let person = try trygg(
      "--format", "json", "person", "show", "--person", TryggProgram.k1, now: "2027-03-22")
    #expect(person.json["communityMediator"].truth == true)
    #expect(!page.contains("2392"), "the birth number")
    let again = try trygg(
      "--format", "json", "certificate", "issue", "--person", TryggProgram.k1, "--programme", "SM",
      now: "2027-04-01")
    #expect(again.code == 0 && again.json["issued"].truth == false && again.json["number"].text == number)
    try trygg.must("document", "render", "--number", number, "--form", "xml")
    try trygg.expectSound()
  }

  @Test("MED-02: 26 hours of one module do not fill six missing hours of practice")
  func overTheCap() throws {
    try trygg.enrol()
    var hours = TryggProgram.wholeProgramme
    hours[0] = ("KON", 26)
    hours[6] = ("PRA", 54)
    try trygg.importSessions(TryggProgram.sessions(hours))
    let run = try trygg(
      "certificate", "issue", "--person", TryggProgram.k1, "--programme", "SM", now: "2027-12-31")
    run.expect(1, "6 h 0 min saknas i Praktik", "MODULE_MISSING")
    #expect(try trygg.must("--format", "json", "certificate", "list").json["certificates"].list.isEmpty)
  }

  @Test(
    "RJ-03 and RJ-04: the course in restorative justice gives its certificate at 80 hours, and no other title"
  )
  func restorativeJustice() throws {
    try trygg.enrol(
      in: "RJ", on: "2027-02-01", "--profession", "socionom", "--profession-verified-on", "2027-01-10")
    let sessions = try TryggProgram.days("RJ", minutes: 80 * 60, in: "RJ", from: "2027-02-01")
    try trygg.importSessions(Array(sessions.dropLast()))
    let words = ["certificate", "issue", "--person", TryggProgram.k1, "--programme", "RJ"]
    try trygg(words, now: "2027-03-01").expect(1, "8 h 0 min saknas i Reparativ rättvisa")
    try trygg.importSessions(sessions)
    try trygg(words, now: "2027-03-01").expect(0)
    let text = try trygg.must("certificate", "show", "--number", "2027-000001-9", "--form", "text").out
    #expect(text.contains("Certifikatet gör inte innehavaren till samhällsmedlare."))
    try trygg("certificate", "issue", "--person", TryggProgram.k1, "--programme", "SM", now: "2027-03-01")
      .expect(1, "NOT_ENROLLED")
    let person = try trygg(
      "--format", "json", "person", "show", "--person", TryggProgram.k1, now: "2029-03-01"
    )
    .json
    #expect(person["communityMediator"].truth == false)
    #expect(person["certificates"].list.map(\.["programme"].text) == ["RJ"])
    try trygg(
      "supervisor", "approve", "--person", TryggProgram.k1, "--kind", "practice", "--from", "2029-03-01",
      now: "2029-03-01"
    ).expect(1, "SUPERVISOR_BASIS")
  }

  @Test(
    "MED-16: revoked from a day on, that day inside; what was supervised before stands, nothing new is supervised"
  )
  func revoked() throws {
    let number = try issued()
    try trygg.must(
      "supervisor", "approve", "--person", TryggProgram.k1, "--kind", "practice", "--from", "2027-06-01",
      "--basis", "Medlingscentralen Syd 2027-8", now: "2027-06-01")
    try trygg.enrol(TryggProgram.k2, on: "2027-06-01")
    try trygg.importSessions(
      TryggProgram.days(
        "PRA", minutes: 40 * 60, of: TryggProgram.k2, from: "2027-09-01", supervisor: TryggProgram.k1))

    let revoke = [
      "certificate", "revoke", "--number", number, "--on", "2028-02-01", "--reason", "Grovt åsidosättande",
      "--decision", "Medlingscentralen Syd 2028-14",
    ]
    try trygg(revoke, now: "2028-01-20").expect(0, "återkallat från och med 2028-02-01")
    try trygg(revoke, now: "2028-01-21").expect(0, "Ingen ändring")
    #expect(try standing(number, on: "2027-03-21") == "ej utfärdat")
    #expect(try standing(number, on: "2027-03-22") == "giltigt")
    #expect(try standing(number, on: "2028-01-31") == "giltigt")
    #expect(try standing(number, on: "2028-02-01") == "återkallat")

    let later = try trygg.importSessions(
      TryggProgram.days(
        "PRA", minutes: 8 * 60, of: TryggProgram.k2, from: "2028-02-01", supervisor: TryggProgram.k1),
      now: "2028-03-01")
    #expect(later.json["notes"].list.count + later.json["rows"].list.count == 1, "\(later.out)")
    let progress = try trygg.progress(of: TryggProgram.k2, now: "2028-03-01")
    #expect(progress.module("PRA")["credited"].number == 40 * 60)
    let approval = try trygg(
      "supervisor", "approve", "--person", TryggProgram.k1, "--kind", "practice", "--from", "2028-02-02",
      "--basis", "Medlingscentralen Syd 2028-20", now: "2028-03-01")
    #expect(approval.code == 1, "\(approval.out)")

    try trygg.must("certificate", "show", "--number", number, "--form", "pdf", "--out", "c.pdf")
    for (day, expected) in [("2028-01-31", "giltigt"), ("2028-02-01", "återkallat")] {
      let told = try trygg(
        "--format", "json", "document", "verify", "c.pdf", "--on", day, now: "2028-03-01")
      #expect(
        told.code == 0 && told.json["verdict"].text == "genuine" && told.json["pages"].text == "PAGES_SAME")
      #expect(told.json["standing"].text == expected)
    }
    let anew = try trygg(
      "certificate", "issue", "--person", TryggProgram.k1, "--programme", "SM", now: "2028-03-01")
    anew.expect(1, "CERTIFICATE_ENDED")
    try trygg.expectSound()
  }

  @Test("Revoked from the beginning it was never valid; before its issue nothing can be revoked")
  func fromBeginning() throws {
    let number = try issued()
    let words = ["certificate", "revoke", "--number", number, "--reason", "falska uppgifter"]
    try trygg(words + ["--on", "2027-03-21"], now: "2028-02-01").expect(1, "REVOKED_BEFORE_ISSUE")
    try trygg(words + ["--from-beginning"], now: "2028-02-01").expect(0)
    #expect(try standing(number, on: "2027-03-22") == "återkallat")
  }

  @Test("A corrected certificate is replaced on every day, and the new one has the new name")
  func corrected() throws {
    let number = try issued()
    try trygg.write("namn.csv", "personnummer,given_name,family_name\n\(TryggProgram.k1),Robin,Nyström\n")
    try trygg.must("import", "persons", "namn.csv", now: "2027-05-02")
    #expect(
      !(try trygg.must("certificate", "show", "--number", number, "--form", "text").out.contains("Robin")))
    let words = [
      "certificate", "issue", "--person", TryggProgram.k1, "--programme", "SM", "--replaces", number,
    ]
    try trygg(words, now: "2027-05-03").expect(1, "REASON_MISSING")
    try trygg(words + ["--reason", "Nytt namn"], now: "2027-05-03").expect(0, "2027-000002-7")
    let shown = try trygg("--format", "json", "certificate", "show", "--number", number, "--on", "2027-04-01")
    #expect(shown.json["standing"].text == "ersatt")
    #expect(shown.json["replacedBy"].text == "2027-000002-7")
    let text = try trygg.must("certificate", "show", "--number", "2027-000002-7", "--form", "text").out
    #expect(text.contains("Robin Nyström") && text.contains("ersätter \(number). Skäl: Nytt namn"))
    try trygg(words + ["--reason", "igen"], now: "2027-05-04").expect(1, "CERTIFICATE_NOT_IN_FORCE")
  }

  @Test("A provider sees and issues its own, a member reads the own, and another's does not exist")
  func access() throws {
    let number = try issued()
    let other = "556036-0793"
    try trygg.must(
      "provider", "approve", "--organisation", other, "--name", "Annan", "--programme", "SM", "--from",
      "2027-01-01")
    try trygg.must("user", "add", "egen", "--role", "provider", "--provider", TryggProgram.provider)
    try trygg.must("user", "add", "annan", "--role", "provider", "--provider", other)
    try trygg.must("user", "add", "kim", "--role", "member", "--person", TryggProgram.k1)
    try trygg.must("user", "add", "karl", "--role", "member", "--person", TryggProgram.k2)
    for (words, form) in [(["certificate", "show"], []), (["document", "render"], ["--form", "text"])] {
      for (actor, code) in [("egen", 0), ("kim", 0), ("annan", 1), ("karl", 1)] {
        let run = try trygg(words + ["--number", number] + form, actor: actor)
        #expect(run.code == Int32(code), "\(actor): \(run.err)")
        if code == 1 { run.expect(1, "UNKNOWN_DOCUMENT") }
      }
    }
    let issue = ["certificate", "issue", "--person", TryggProgram.k1, "--programme", "SM"]
    #expect(try trygg(issue, actor: "annan").code != 0)
    #expect(try trygg(issue, now: "2027-04-01", actor: "egen").code == 0)
    #expect(try trygg("certificate", "revoke", "--number", number, "--reason", "x", actor: "egen").code == 77)
  }

  @Test("What law data says of validity ends a certificate by itself")
  func expiry() throws {
    try trygg.enrol()
    try trygg.importSessions(TryggProgram.sessions(TryggProgram.wholeProgramme))
    let legal = try trygg.legal("certificate.validity_months", "36")
    try trygg.must(
      "--legal", legal, "certificate", "issue", "--person", TryggProgram.k1, "--programme", "SM",
      now: "2027-03-22T10:00")
    #expect(try standing("2027-000001-9", on: "2030-03-22") == "giltigt")
    #expect(try standing("2027-000001-9", on: "2030-03-23") == "utgånget")
  }

  @Test("The English certificate says that it is a translation")
  func english() throws {
    let number = try issued()
    let page = try trygg.must("--lang", "en", "certificate", "show", "--number", number, "--form", "html").out
    #expect(page.contains("lang=\"en\""))
    for words in ["the Swedish text prevails", "Conflict theory", "200\u{A0}hours"] {
      #expect(page.contains(words), "\(words)")
    }
  }
}
