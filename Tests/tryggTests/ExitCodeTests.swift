import Foundation
import Testing

/// The exit codes of the contract, each with a message that says what to do.
@Suite struct ExitCodeTests {
  let trygg: TryggProgram

  init() throws {
    trygg = try TryggProgram()
  }

  @Test(
    "64: the command line is wrong",
    arguments: [
      (["ring", "lisst"], "Menade du 'list'?"),
      (["ring", "show"], "--ring"),
      (["ring", "list", "--contry", "12"], "Menade du '--county'?"),
      (["ring", "add", "--decide", "--incomplete"], "--incomplete"),
      (["attendance", "record", "--occasion", "A01", "--status", "present"], "--person"),
      (["member"], "member"),
    ] as [([String], String)])
  func wrongCommandLine(words: [String], hint: String) throws {
    try trygg(words).expect(64, hint)
  }

  @Test(
    "65: a value is wrong",
    arguments: [
      (["ring", "show", "--ring", "TR-9999-0001"], "TR-1280-0001"),
      (["ring", "list", "--state", "registrerd"], "registrerad"),
      (["ring", "add", "--municipality", "9999"], "Malmö"),
      (["ring", "add", "--interested-households", "många"], "--interested-households"),
      (["ring", "register", "--ring", "TR-1280-0001", "--on", "2027-02-29"], "2027-01-15"),
      (["person", "show", "--person", "8507092388"], "bindestreck"),
      (["--now", "i går", "ring", "list"], "2027-02-02T18:00"),
      (["decision", "show", "--person", "19850709-2388", "--year", "20271"], "fyra siffror"),
      (["decision", "show", "--person", "19850709-2388", "--year", "0"], "fyra siffror"),
      (["ring", "check", "--ring", "TR-1280-0001", "--year", "01"], "fyra siffror"),
      (["occasion", "list", "--ring", "TR-1280-0001", "--year", "99999999999999999999"], "fyra siffror"),
      (["year", "lock", "20271"], "fyra siffror"),
      (["year", "control-file", "027", "--out", "ku.xml"], "fyra siffror"),
      (["export", "archive", "9999", "--out", "arkiv.tar"], "fyra siffror"),
    ] as [([String], String)])
  func wrongValue(words: [String], hint: String) throws {
    try trygg(words).expect(65, hint)
  }

  @Test("65: the register is not ours")
  func foreignRegister() throws {
    try trygg.write("annat.db", "inte ett register, men tillräckligt långt för att läsas som en fil")
    try trygg("--register", "annat.db", "ring", "list").expect(65, "--register")
  }

  @Test("66: a file or the register is not there")
  func missingFiles() throws {
    try trygg("ring", "add", "--members", "finns-inte.csv").expect(66, "FILE_UNREADABLE")
    try trygg("--register", "finns-inte.db", "ring", "list").expect(66, "trygg init")
    for words in [["--legal", "saknas", "law", "list"], ["--templates", "saknas", "ring", "list"]] {
      try trygg(words).expect(66, "saknas: ", "FILE_UNREADABLE")
    }
    try trygg(["ring", "list"], environment: ["TRYGG_TEMPLATES": "saknas"]).expect(66, "FILE_UNREADABLE")
    try trygg("year", "decide", "2027", "--dry-run", "--compare", "saknas").expect(66, "FILE_UNREADABLE")
  }

  @Test("1: a rule refuses, and the message names its source")
  func refused() throws {
    try trygg("ring", "add").expect(1, "5 § 1 lagen (2027:000)", "--incomplete")
  }

  @Test("74: the result cannot be written")
  func fullOutput() throws {
    let shell = Process()
    shell.executableURL = URL(fileURLWithPath: "/bin/sh")
    shell.arguments = ["-c", "exec '\(TryggProgram.executable.path)' ring list > /dev/full"]
    shell.currentDirectoryURL = trygg.folder
    shell.standardError = FileHandle.nullDevice
    try shell.run()
    shell.waitUntilExit()
    #expect(shell.terminationStatus == 74)
  }

  @Test("75: somebody else is writing")
  func busy() throws {
    let holder = Process()
    holder.executableURL = URL(fileURLWithPath: "/usr/bin/flock")
    holder.arguments = ["trygghetsregister.db-lock", "sh", "-c", "echo held; cat"]
    holder.currentDirectoryURL = trygg.folder
    let (held, release) = (Pipe(), Pipe())
    holder.standardOutput = held
    holder.standardInput = release
    try holder.run()
    _ = held.fileHandleForReading.availableData
    let run = try trygg(
      "person", "add", "--person", TryggProgram.m01, "--given-name", "Eva", "--family-name", "Ek")
    try release.fileHandleForWriting.close()
    holder.waitUntilExit()
    run.expect(75, "REGISTER_BUSY", "Försök igen")
  }

  @Test("77: the actor may not do this")
  func notPermitted() throws {
    try trygg.must("user", "add", "revisorn", "--role", "auditor")
    try trygg("ring", "add", actor: "revisorn").expect(77, "NOT_PERMITTED")
  }

  @Test("Errors are JSON where the answer is")
  func errorsAsJSON() throws {
    let run = try trygg("--format", "json", "ring", "show", "--ring", "TR-1280-0001")
    run.expect(1)
    #expect(run.codes == ["UNKNOWN_RING"])
    #expect(run.json["errors"][0]["column"].text == "ring")
  }
}
