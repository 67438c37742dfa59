import Foundation
import Testing

/// What the commands of training give beside the scenarios.
@Suite struct TrainingCommandTests {
  @Test("A page to print has a bar for each module and its XML follows the schema")
  func page() throws {
    let trygg = try TryggProgram.course()
    try trygg.enrol()
    try trygg.importSessions(TryggProgram.days("KON", minutes: 600, from: "2027-01-11"))
    let words = [
      "training", "progress", "--person", TryggProgram.k1, "--programme", "SM", "--form", "html", "--out",
      "sida.html",
    ]
    try trygg(words, now: "2027-12-31T12:00").expect(0)
    let page = try trygg.read("sida.html")
    #expect(page.components(separatedBy: "<svg").count == 9, "seven bars and the mark")
    #expect(page.contains("Praktik") && page.contains("10\u{A0}h av 200\u{A0}h räknas."))
    #expect(page.contains("width=\"150\""), "600 of 1 200 minutes fill half of the bar")
    #expect(!page.contains("19910101"))
  }

  @Test("CSV has a row for each module, and a template opens in a Swedish spreadsheet")
  func csv() throws {
    let trygg = try TryggProgram.course()
    try trygg.enrol()
    let run = try trygg(
      "training", "progress", "--programme", "SM", "--form", "csv", now: "2027-12-31T12:00")
    #expect(run.code == 0)
    #expect(run.out.components(separatedBy: "\r\n").filter { !$0.isEmpty }.count == 8)
    #expect(run.out.contains("199101012392,SM,2027-01-11,,PRA,3600,0,0,3600,,"))
    try trygg.must("import", "sessions", "--template", "--out", "mall.csv")
    let template = try Data(contentsOf: trygg.folder.appendingPathComponent("mall.csv"))
    #expect(
      Array(template)
        == Array(
          "\u{FEFF}reference;provider;programme;module;personnummer;starts_at;ends_at;trainer;supervisor\r\n"
            .utf8))
    try trygg("import", "sessions").expect(64)
  }

  @Test(
    "What is exported and imported again changes nothing",
    arguments: ["supervisors", "enrolments", "sessions"])
  func roundTrip(kind: String) throws {
    let trygg = try TryggProgram.course()
    try trygg.enrol(TryggProgram.k1, in: "SM", on: "2027-01-11", "--employer", "Malmö stad", "--fte", "0,5")
    try trygg.importSessions(TryggProgram.days("KON", minutes: 960, from: "2027-01-11"))
    try trygg.must("export", kind, "--out", "ut.csv", now: "2027-12-31T12:00")
    let run = try trygg("--format", "json", "import", kind, "ut.csv", now: "2027-12-31T12:00")
    #expect(run.code == 0 && run.json["stored"].number == 0 && run.json["unchanged"].number ?? 0 > 0)
  }

  @Test("Police is refused as employer, a safety centre is warned of, and checks are days alone")
  func enrolmentFacts() throws {
    let trygg = try TryggProgram.course()
    try trygg(
      "training", "enrol", "--person", TryggProgram.k1, "--programme", "SM", "--employer", "Polisen i Malmö"
    )
    .expect(1, "EMPLOYER_POLICE", "rad 276")
    try trygg(
      "training", "enrol", "--person", TryggProgram.k1, "--programme", "SM", "--started-on", "2027-01-11",
      "--employer", "Trygghetscenter Rosengård", "--fte", "0,5", "--background-checked-on", "2027-01-05"
    ).expect(0, "EMPLOYER_CENTRE")
    let listed = try trygg("--format", "json", "training", "list").json["enrolments"][0]
    #expect(listed["fte"].text == "0,5" && listed["backgroundCheckedOn"].text == "2027-01-05")
    try trygg(
      "training", "enrol", "--person", TryggProgram.k1, "--programme", "SM", "--started-on", "2027-01-20"
    )
    .expect(1, "ALREADY_ENROLLED")
    try trygg("training", "enrol", "--person", TryggProgram.k2, "--programme", "TR")
      .expect(1, "PROGRAMME_ENROLS_NOBODY")
  }

  @Test("Prior learning counts only by a decision within the limit, and never for practice")
  func priorLearning() throws {
    let trygg = try TryggProgram.course()
    try trygg.enrol()
    func credit(_ module: String, _ more: String...) throws -> TryggProgram.Run {
      try trygg(
        [
          "training", "credit", "--person", TryggProgram.k1, "--programme", "SM", "--module", module,
          "--hours", "20",
          "--basis", "Beslut 2027:4",
        ] + more)
    }
    try credit("JUR").expect(1, "PRIOR_LEARNING_LIMIT")
    let legal = try trygg.legal("prior_learning.max_hours", "30")
    try credit("PRA", "--legal", legal).expect(1, "PRIOR_LEARNING_PRACTICE")
    try credit("JUR", "--legal", legal).expect(0)
    try credit("KON", "--legal", legal).expect(1, "PRIOR_LEARNING_LIMIT")
    #expect(try trygg.progress("--legal", legal).module("JUR")["credited"].number == 1200)
  }

  @Test("A mediator's practice is followed up as counts beside the goals")
  func practice() throws {
    let trygg = try TryggProgram.course()
    let words = ["training", "practice", "--person", TryggProgram.k1]
    try trygg(words + ["--month", "2027-05", "--mediations", "5", "--agreements", "6"])
      .expect(1, "AGREEMENTS_EXCEED")
    try trygg(words + ["--month", "2027-05", "--mediations", "10", "--agreements", "8"]).expect(0)
    let exact = try trygg(["--format", "json"] + words).json
    #expect(exact["meetsAgreementGoal"].truth == false, "80 per cent is not more than 80 per cent")
    try trygg(words + ["--month", "2027-06", "--mediations", "4", "--agreements", "4"]).expect(0)
    let better = try trygg(["--format", "json"] + words).json
    #expect(better["meetsAgreementGoal"].truth == true)
    #expect(better["months"].list.map(\.["withinGoal"].truth) == [true, false])
  }

  @Test("A supervisor of practice needs a decision until there are certificates, and the route closes")
  func supervisors() throws {
    let trygg = try TryggProgram.course()
    try trygg("supervisor", "approve", "--person", TryggProgram.h2, "--kind", "practice")
      .expect(1, "SUPERVISOR_BASIS")
    try trygg(
      "supervisor", "approve", "--person", TryggProgram.h2, "--kind", "practice", "--from", "2030-01-01",
      "--basis",
      "Beslut"
    ).expect(1, "SUPERVISOR_ROUTE_CLOSED", "2029-12-31")
    try trygg(
      "supervisor", "withdraw", "--person", TryggProgram.h1, "--kind", "practice", "--on", "2027-08-31"
    ).expect(0)
    try trygg(
      "supervisor", "withdraw", "--person", TryggProgram.h1, "--kind", "practice", "--on", "2027-08-31"
    )
    .expect(1, "UNKNOWN_APPROVAL")
    let listed = try trygg("--format", "json", "supervisor", "list").json["supervisors"][0]
    try trygg("supervisor", "list").expect(0, "2027-08-31")
    #expect(listed["to"].text == "2027-08-31" && listed["basis"].text == "Beslut 2026:12")
  }
}
