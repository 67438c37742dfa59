import Foundation
import Testing

/// Registers that cannot be used: the exit code says whose fault it is, the message what to do, and nothing is harmed.
@Suite struct BadRegisterTests {
  let trygg: TryggProgram
  private static let file = "trygghetsregister.db"

  init() throws {
    trygg = try TryggProgram()
    try trygg.take(Community(), through: "members")
    try trygg.write("tillägg.csv", "personnummer,given_name,family_name\n198507092388,Eva,Ek\n")
  }

  private func expectRefusal(
    _ code: Int32, _ words: String..., sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    for command in [["import", "persons", "tillägg.csv"], ["ring", "list"], ["audit", "verify"]] {
      let run = try trygg(command)
      run.expect(code, sourceLocation: sourceLocation)
      for word in words + ["trygghetsregister.db"] {
        #expect(run.err.contains(word), "\(command): \(run.err)", sourceLocation: sourceLocation)
      }
    }
    #expect(try trygg("doctor").code == 1, sourceLocation: sourceLocation)
  }

  @Test func aFileThatIsNoDatabaseIsNotOurs() throws {
    // The write-ahead log would bring every page of the register back.
    _ = try trygg.shell("rm -f trygghetsregister.db-wal trygghetsregister.db-shm")
    try trygg.write(BadRegisterTests.file, String(repeating: "inte ett register\n", count: 500))
    try expectRefusal(65, "[REGISTER_FOREIGN]", "--register")
    #expect(try trygg.read(BadRegisterTests.file).hasPrefix("inte ett register"))
  }

  @Test func aDatabaseOfAnotherProgramIsNotOurs() throws {
    _ = try trygg.shell("rm -f trygghetsregister.db trygghetsregister.db-wal trygghetsregister.db-shm")
    try trygg.sql("CREATE TABLE person (name TEXT)")
    try expectRefusal(65, "[REGISTER_FOREIGN]", "--register")
  }

  @Test func aRegisterOfANewerProgramIsLeftAlone() throws {
    try trygg.sql("PRAGMA user_version = 99")
    try expectRefusal(65, "[REGISTER_NEWER]", "Uppgradera programmet")
    #expect(try trygg.sql("PRAGMA user_version") == "99")
  }

  @Test func aTruncatedRegisterIsDamaged() throws {
    try trygg.sql("PRAGMA wal_checkpoint(TRUNCATE)")
    let path = trygg.folder.appendingPathComponent(BadRegisterTests.file)
    try Data(contentsOf: path).prefix(40_000).write(to: path)
    try trygg("import", "persons", "tillägg.csv")
      .expect(65, "[REGISTER_DAMAGED]", "trygg restore", "trygghetsregister.db")
    try trygg("doctor").expect(1, "FEL", "inte helt")
  }

  @Test func noRegisterAtAllIsAMissingInput() throws {
    try trygg("--register", "annat.db", "ring", "list").expect(
      66, "annat.db", "[REGISTER_MISSING]", "trygg init")
  }

  /// The superuser may write to anything, unless the rights to pass over those of files are laid down.
  @Test func aRegisterThatMayOnlyBeReadCannotBeWritten() throws {
    let run = try trygg.shell(
      """
      chmod a-w trygghetsregister.db
      plainly() { if [ "$(id -u)" = 0 ]; then setpriv --bounding-set -all --inh-caps -all "$@"; else "$@"; fi; }
      plainly "$trygg" ring list > /dev/null && plainly "$trygg" import persons tillägg.csv
      """)
    run.expect(74, "[REGISTER_READ_ONLY]", "trygghetsregister.db", "skrivrätt")
    _ = try trygg.shell("chmod 600 trygghetsregister.*")
    #expect(try trygg.sql("SELECT COUNT(*) FROM person") == "12")
  }

  /// A disk of its own where the rights suffice to mount one, else a limit on the size of files.
  @Test func aFullDiskUndoesTheBatchAndNothingElse() throws {
    let community = Community(rings: 8, membersPerRing: 40, occasionsPerRing: 12)
    try trygg.write("många.csv", community.csv("persons"))
    let script = """
      check() {
        "$trygg" doctor > doctor.txt; doctor=$?
        "$trygg" audit verify > verify.txt; verify=$?
        echo "koder $doctor $verify"
        "$trygg" import persons många.csv
      }
      export -f check
      if unshare -m true 2>/dev/null; then
        exec unshare -m bash -c '
          mkdir disk && mount -t tmpfs -o size=2m,mode=700 tmpfs disk
          cp -p trygghetsregister.* många.csv disk/ && cd disk
          head -c $(( $(df --output=avail -B1 . | tail -1) - 40000 )) /dev/zero > fyllning
          "$trygg" import persons många.csv; echo "kod $?"
          rm fyllning; check'
      fi
      trap "" XFSZ
      ( ulimit -f 400; "$trygg" import persons många.csv; echo "kod $?" )
      check
      """
    let run = try trygg.shell(script)
    run.expect(0, "kod 74\nkoder 0 0\nSparade 314, oförändrade 6, avvisade 0.")
    #expect(run.err.contains("[DISK_FULL] Frigör utrymme") || run.err.contains("[DISK_FAULT]"), "\(run.err)")
  }
}
