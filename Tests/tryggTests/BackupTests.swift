import Foundation
import Testing

/// Copies of the register, and the way back.
@Suite struct BackupTests {
  let trygg: TryggProgram

  init() throws {
    trygg = try TryggProgram()
    try trygg.take(Community())
  }

  @Test func aBackupComesBackAsItWas() throws {
    try trygg("backup", "kopia.db").expect(0, "kopia.db")
    for name in ["kopia.db", "kopia.db-head"] {
      let mode = try FileManager.default.attributesOfItem(atPath: trygg.folder.path + "/" + name)[
        .posixPermissions]
      #expect(mode as? Int == 0o600)
    }
    #expect(!FileManager.default.fileExists(atPath: trygg.folder.path + "/kopia.db.key"))
    try trygg("--register", "nytt.db", "restore", "kopia.db").expect(0, "nytt.db är återställt")
    for kind in Community.kinds {
      #expect(try trygg("--register", "nytt.db", "export", kind).out == trygg("export", kind).out, "\(kind)")
    }
    try trygg("--register", "nytt.db", "doctor").expect(0, "Registret är helt")
    let log = try trygg("--register", "nytt.db", "--format", "json", "audit", "list", "--act", "register")
    #expect(
      log.json["entries"].list.compactMap { $0["act"].text } == [
        "register.create", "register.backup", "register.restore",
      ])
  }

  @Test func nothingIsOverwrittenUntold() throws {
    try trygg("backup", "kopia.db").expect(0)
    try trygg("backup", "kopia.db").expect(65, "kopia.db", "[REGISTER_EXISTS]")
    try trygg("restore", "kopia.db").expect(65, "[REGISTER_EXISTS]")
    try trygg.write("tillägg.csv", "personnummer,given_name,family_name\n198507092388,Eva,Ek\n")
    try trygg("import", "persons", "tillägg.csv").expect(0)
    try trygg("restore", "kopia.db", "--replace").expect(0)
    #expect(try trygg.sql("SELECT COUNT(*) FROM person") == "12")
    try trygg.expectSound()
  }

  @Test func aDamagedBackupIsRefused() throws {
    try trygg("backup", "kopia.db").expect(0)
    let file = trygg.folder.appendingPathComponent("kopia.db")
    try Data(contentsOf: file).prefix(40_000).write(to: file)
    try trygg("--register", "nytt.db", "restore", "kopia.db").expect(65, "kopia.db", "[REGISTER_DAMAGED]")
    #expect(!FileManager.default.fileExists(atPath: trygg.folder.path + "/nytt.db"))
    try trygg("--register", "nytt.db", "restore", "saknas.db").expect(66, "saknas.db", "[REGISTER_MISSING]")
  }

  @Test func aBackupNeedsItsCompanionsAndAFolder() throws {
    try trygg("backup", "kopia.db").expect(0)
    _ = try trygg.shell("rm kopia.db-head")
    try trygg("--register", "nytt.db", "restore", "kopia.db").expect(
      66, "kopia.db-head", "[BACKUP_INCOMPLETE]")
    try trygg("backup", "mapp/kopia.db").expect(74, "mapp/kopia.db", "[REGISTER_FOLDER_MISSING]")
    try trygg("--register", "mapp/nytt.db", "init").expect(74, "mapp/nytt.db", "[REGISTER_FOLDER_MISSING]")
  }

  @Test func doctorNamesWhatIsOpenToOthersAndWhatIsMissing() throws {
    try trygg("doctor").expect(0, "Lagdata är läst", "Mallar och texter är lästa")
    _ = try trygg.shell("chmod 644 trygghetsregister.db")
    try trygg("doctor").expect(1, "[DOCTOR_OPEN_TO_OTHERS]", "chmod 600")
    _ = try trygg.shell("chmod 600 trygghetsregister.db; rm trygghetsregister.db.pub")
    try trygg("doctor").expect(1, "[DOCTOR_FILE_MISSING]", "trygghetsregister.db.pub")
  }

  @Test func doctorNamesLawDataThatCannotBeRead() throws {
    _ = try trygg.shell("mkdir tom")
    try trygg("--legal", "tom", "doctor").expect(1, "[DOCTOR_LAW_FAULT]", "--legal")
  }

  @Test func withoutTypstDoctorTellsHowToInstallItAndIsContent() throws {
    try trygg("doctor").expect(0)
    let run = try trygg("doctor", environment: ["TRYGG_PYTHON": "/saknas/python"])
    run.expect(0, "[DOCTOR_PDF_MISSING]", "make setup")
  }
}
