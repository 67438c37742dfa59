import Foundation
import Testing

/// Law data that is wrong is refused before anybody is decided.
@Suite struct ParameterFileTests {
  /// A change of one parameter's element and what is said of it.
  struct Fault: CustomTestStringConvertible {
    let testDescription: String
    let old: String
    let new: String
    let code: String
  }

  static let faults = [
    Fault(
      testDescription: "two values from the same day",
      old: "<parameter key=\"benefit.amount_kr\" type=\"integer\" unit=\"SEK\">",
      new: "<parameter key=\"benefit.amount_kr\" type=\"integer\" unit=\"SEK\">"
        + "<value from=\"2027-01-01\" source=\"Prov\">2500</value>",
      code: "PARAMETER_OVERLAP"),
    Fault(
      testDescription: "a wrong unit", old: "key=\"benefit.amount_kr\" type=\"integer\" unit=\"SEK\"",
      new: "key=\"benefit.amount_kr\" type=\"integer\" unit=\"EUR\"", code: "PARAMETER_UNIT"),
    Fault(
      testDescription: "an unknown key", old: "key=\"benefit.amount_kr\"", new: "key=\"benefit.amount_sek\"",
      code: "PARAMETER_UNKNOWN"),
  ]

  @Test(arguments: faults) func refused(_ fault: Fault) throws {
    let trygg = try Town(neighbours: [.init(key: "M01", present: Town.occasions("A", 1...9))]).register()
    try trygg.must("year", "lock", "2027", now: Town.lockDay)
    let legal = try trygg.legal(replacing: fault.old, with: fault.new)
    let run = try trygg("year", "decide", "2027", "--legal", legal, now: Town.lockDay)
    #expect(run.code != 0)
    #expect(run.err.contains(fault.code), "\(run.err)")
    #expect(run.err.contains(".xml"), "the file is named: \(run.err)")
    #expect(try trygg.sql("SELECT count(*) FROM decision") == "0")
  }
}

extension TryggProgram {
  /// Copies the shipped law data into the folder with a text of the parameters changed, and returns its path.
  fileprivate func legal(replacing old: String, with new: String) throws -> String {
    let copy = URL(fileURLWithPath: try legal("attendance.min_counted_occasions", "4"))
    let parameters = copy.appendingPathComponent("parameters")
    for file in try FileManager.default.contentsOfDirectory(at: parameters, includingPropertiesForKeys: nil) {
      let text = try String(contentsOf: file, encoding: .utf8)
      guard text.contains(old) else { continue }
      try text.replacingOccurrences(of: old, with: new).write(to: file, atomically: true, encoding: .utf8)
      return copy.path
    }
    throw CannotRun(what: "no \(old)")
  }
}
