import Foundation
import Testing

/// The package of a year's documents for an e-archive, unpacked and tried by programs that nobody here wrote.
@Suite struct ArchivePDFTests {
  private static let now = "2028-03-01T10:00"

  /// A decided year with statements, letters of every kind to a granted, a refused and a protected neighbour, a letter to a
  /// ring and a certificate of the year.
  private static func town() throws -> TryggProgram {
    let trygg = try Town(neighbours: [
      .init(key: "M01", present: Town.occasions("A", 1...9), name: "Åsa,<Öst> & Søn"),
      .init(key: "M02", present: Town.occasions("A", 1...8)),
      .init(key: "M03", present: Town.occasions("A", 1...12), name: "Skyddad,Person"),
    ]).register()
    try trygg.must(
      "certificate", "issue", "--person", Town.numbers["M01"] ?? "", "--programme", "TR",
      now: "2027-12-20T10:00")
    try trygg.must("ring", "letter", "--ring", Town.ring("A"), "--form", "text", now: "2027-12-20T10:00")
    for words in [["year", "lock", "2027"], ["year", "decide", "2027"]] {
      #expect(try trygg(words, now: Town.lockDay).code == 0)
    }
    try trygg.must("year", "statements", "2027", "--out", "ut", "--form", "xml", now: "2028-01-24T10:00")
    try trygg.must("year", "decide", "2027", now: "2028-02-10T10:00")
    try trygg.must("year", "letters", "2027", "--out", "brev", "--form", "xml", now: "2028-02-11T10:00")
    // Protected after the issue: what the package asks is how it is now.
    try trygg.must(
      "person", "protect", "--person", Town.numbers["M03"] ?? "", now: "2028-02-20T10:00")
    return trygg
  }

  @Test("The package holds every document of the year, and everything in it is as it says")
  func package() throws {
    let trygg = try ArchivePDFTests.town()
    let run = try trygg(
      "--format", "json", "export", "archive", "2027", "--out", "arkiv.tar", "--agreement", "RA 13-2029/100",
      now: ArchivePDFTests.now)
    run.expect(0)
    #expect(run.json["documents"]["certificate"].number == 1)
    #expect(run.json["documents"]["statement"].number == 2)
    // To the ring, to the granted two, to the refused and to the contact person.
    #expect(run.json["documents"]["letter"].number == 5)
    #expect(run.json["protected"].number == 2)
    #expect(try trygg.shell("stat -c %a arkiv.tar").out == "600\n")

    let checks = try trygg.shell(
      """
      set -e
      tar -xf arkiv.tar && cd trygghetsregister-2027
      schema=$(ls -d \(TryggProgram.root.path)/.venv-test/lib/python3*/site-packages/metsrw/resources/mets.xsd)
      sed "s#http://www.loc.gov/standards/xlink/xlink.xsd#\(TryggProgram.root.path)/Tests/Fixtures/mets/xlink.xsd#" \
        "$schema" > ../mets.xsd
      xmllint --nonet --noout --schema ../mets.xsd sip.xml
      python3 - <<'END'
      import hashlib, os, xml.etree.ElementTree as tree
      mets, link = "{http://www.loc.gov/METS/}", "{http://www.w3.org/1999/xlink}"
      root = tree.parse("sip.xml").getroot()
      told = {}
      for file in root.iter(mets + "file"):
          name = file.find(mets + "FLocat").get(link + "href").removeprefix("file:///")
          data = open(name, "rb").read()
          assert file.get("CHECKSUMTYPE") == "SHA-256" and file.get("CHECKSUM") == hashlib.sha256(data).hexdigest(), name
          assert int(file.get("SIZE")) == len(data), name
          told[name] = file.get("ID")
      found = {os.path.relpath(os.path.join(d, f), ".") for d, _, fs in os.walk(".") for f in fs}
      assert set(told) == found - {"sip.xml"}, set(told) ^ found
      assert [p.get("FILEID") for p in root.iter(mets + "fptr")] == list(told.values())
      agents = [a.find(mets + "name").text for a in root.iter(mets + "agent")]
      assert agents == ["Skatteverket", "Skatteverket", "trygg"], agents
      assert root.find(f".//{mets}altRecordID").text == "RA 13-2029/100"
      for name in told:
          if name.endswith(".xml") and name.split("/")[0] in ("handlingar", "skyddade"):
              assert open(name[:-3] + "pdf", "rb").read(5) == b"%PDF-", name
      END
      for kind in certificate letter statement; do
        xmllint --noout --relaxng scheman/$kind.rng $(find handlingar/$kind skyddade -path "*$kind*" -name '*.xml')
      done
      for file in $(find handlingar skyddade -name '*.xml'); do $trygg document verify "$file" --key nycklar.pub; done
      """)
    #expect(checks.code == 0, "\(checks.out)\(checks.err)")

    let index = try trygg.read("trygghetsregister-2027/index.csv")
    #expect(index.split(separator: "\r\n").count == 7)
    #expect(!index.contains("840229-"))
    let apart = try trygg.read("trygghetsregister-2027/skyddade/index.csv")
    #expect(apart.split(separator: "\r\n").count == 3)
    #expect(apart.contains("840229-****"))
    let about = try trygg.read("trygghetsregister-2027/beskrivning.txt")
    #expect(about.contains("inkomståret 2027") && about.contains("skyddade/"))
    #expect(try trygg.shell("ls trygghetsregister-2027/mallar | wc -l").out == "1\n")
  }

  @Test("A document belongs to one year's package, and the year of another is its own")
  func years() throws {
    let trygg = try ArchivePDFTests.town()
    try trygg.must(
      "letter", "write", "--letter", "23", "--person", Town.numbers["M01"] ?? "", "--authority",
      "Skatteverket",
      "--decision", "Handlingen lämnas inte ut.", "--reason", "Sekretess.", "--form", "text",
      now: "2028-02-21T10:00")
    let own = try trygg(
      "--format", "json", "export", "archive", "2028", "--out", "arkiv.tar", now: ArchivePDFTests.now)
    own.expect(0)
    #expect(own.json["documents"]["letter"].number == 1)
    #expect(own.json["documents"]["statement"].isNull)
    try trygg("export", "archive", "2026", "--out", "tom.tar").expect(1, "NO_DOCUMENTS", "2026")
    #expect(!FileManager.default.fileExists(atPath: trygg.folder.appendingPathComponent("tom.tar").path))
  }

  @Test("A package that cannot be whole is none, and what stood there stands")
  func whole() throws {
    let trygg = try ArchivePDFTests.town()
    try trygg.write("arkiv.tar", "förra")
    let missing = try trygg(
      ["export", "archive", "2027", "--out", "arkiv.tar"], now: ArchivePDFTests.now,
      environment: ["TRYGG_PYTHON": "/nonexistent"])
    missing.expect(69, "COMPONENT_MISSING", "make setup")
    #expect(try trygg.read("arkiv.tar") == "förra")
    try trygg.write(
      "damage.py",
      """
      import sqlite3
      c = sqlite3.connect("trygghetsregister.db")
      c.execute("DROP TRIGGER document_never_changes")
      c.execute("UPDATE document SET xml = CAST(replace(xml, '2000', '9000') AS BLOB) WHERE kind = 'statement'")
      c.commit()
      """)
    let damage = try trygg.shell("python3 damage.py")
    #expect(damage.code == 0, "\(damage.err)")
    try trygg("export", "archive", "2027", "--out", "arkiv.tar", now: ArchivePDFTests.now).expect(65)
    #expect(try trygg.read("arkiv.tar") == "förra")
    #expect(try trygg.shell("ls -A | grep -c tmp-").out == "0\n")
  }

  @Test(
    "Only the registrar hands documents over, and it stands in the log and in the extract of whom they concern"
  )
  func logged() throws {
    let trygg = try ArchivePDFTests.town()
    try trygg.must("user", "add", "pol", "--role", "policy")
    try trygg("export", "archive", "2027", "--out", "a.tar", now: ArchivePDFTests.now, actor: "pol")
      .expect(77, "NOT_PERMITTED")
    try trygg.must("export", "archive", "2027", "--out", "a.tar", now: ArchivePDFTests.now)
    try trygg("audit", "list", "--act", "export.archive", now: ArchivePDFTests.now).expect(0, "2027")
    let extract = try trygg(
      "--format", "json", "person", "extract", "--person", Town.numbers["M01"] ?? "", now: "2028-03-02T10:00")
    #expect(
      extract.json["handling"].list.contains {
        $0["act"].text == "export.archive" && $0["oneOfMany"].truth == true
      })
  }
}
