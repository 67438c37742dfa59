import Foundation

/// The drafting of the whole bill in every form, and the consolidation of a long act.
struct LawBenchmark {
  private let scene: Scene
  private static let forms = "text,html,xml,akn,docx,motion,motion-act"
  private static let sections = 5_000

  init(_ scene: Scene) {
    self.scene = scene
  }

  func measure() throws -> [Results] {
    var results = Results(
      "Draft provisions", baseline: "trygg --version, the start of a process",
      budget: "the bill checked and in all forms but PDF in 1 s, with PDF in 3 s; 5 000 sections in 1 s",
      [.init("s", "seconds", decimals: 3), .init("starts", "starts", decimals: 1)])
    let start = try median(["--version"])
    func append(_ name: String, _ seconds: Double) { results.append(name, seconds, seconds / start) }
    let check = try median(["law", "check", "all", "--drafts"])
    append("law check all", check)
    append("law draft all --form text", try draft("text"))
    append("the bill, all forms but PDF", try draft(LawBenchmark.forms))
    append("the bill, all forms", try draft(LawBenchmark.forms + ",pdf"))
    let law = try longStatute()
    append(
      "law consolidate, \(LawBenchmark.sections) sections",
      try median([
        "law", "consolidate", "2099:1", "--with", "LONG", "--out", scene.path("text"), "--legal", law,
      ]))
    return [results]
  }

  /// One call, which drafts, checks and writes every form that is named.
  private func draft(_ forms: String) throws -> Double {
    try median([
      "law", "draft", "all", "--form", forms, "--out", scene.path("bill-" + forms), "--legal", scene.legal,
    ])
  }

  private func median(_ words: [String]) throws -> Double {
    let seconds = try (0..<scene.rounds).map { _ in
      try ChildProcess.succeeding(scene.trygg, words).duration.inSeconds
    }
    return seconds.sorted()[seconds.count / 2]
  }

  /// Law data with a statute of 5 000 sections, and a proposal that changes each hundredth of them.
  private func longStatute() throws -> String {
    let folder = scene.path("legal")
    try FileManager.default.copyItem(atPath: scene.legal, toPath: folder)
    let numbers = 1...LawBenchmark.sections
    let words = "Den som bedriver verksamhet enligt denna lag ska föra en förteckning över den."
    let statute =
      "<statute xmlns=\"urn:trygghetsregister:statute:1\" sfs=\"2099:1\" title=\"lagen (2099:1) om prov\" form=\"act\" "
      + "enacted=\"2026-01-01\" source=\"Prov\">\n<chapter sections=\"1–\(LawBenchmark.sections)\">"
      + numbers.map { "<section number=\"\($0)\"><p>\(words)</p><p>Detta gäller i \($0) fall.</p></section>" }
      .joined(separator: "\n") + "</chapter></statute>"
    try statute.write(toFile: folder + "/statutes/2099-1.xml", atomically: true, encoding: .utf8)
    let changed = numbers.filter { $0.isMultiple(of: 100) }
    let proposal =
      "<proposal xmlns=\"urn:trygghetsregister:proposal:1\" id=\"LONG\" area=\"trygghetscenter\" line=\"1000\">"
      + "<verbatim>Prov</verbatim><asks>Prov</asks><law-today>Prov</law-today><answer>Prov</answer>"
      + "<request>att pröva</request><as-proposed statute=\"2099:1\"/><amend statute=\"2099:1\">"
      + changed.map {
        "<section number=\"\($0)\"><comment>Prov</comment><p>\(words)</p><same p=\"2\"/></section>"
      }
      .joined(separator: "\n") + "</amend></proposal>"
    try proposal.write(toFile: folder + "/proposals/LONG.xml", atomically: true, encoding: .utf8)
    return folder
  }
}
