import Foundation
import Testing

/// All statements of a year in one command: the files, the print files, and runs that were cut off.
@Suite("StatementTests in batch") struct StatementBatchTests {
  private static let day = "2028-01-24"
  private static let year = ["year", "statements", "2027", "--out", "ut", "--form", "pdf,html,xml"]

  /// Five neighbours who are granted, one with protected identity and one without an address.
  private static func town() throws -> TryggProgram {
    let present = Town.occasions("A", 1...12)
    let trygg = try Town(
      neighbours: ["M01", "M02", "M03", "M04", "M05"].map { .init(key: $0, present: present) }
    )
    .decided()
    try trygg.must("person", "protect", "--person", Town.numbers["M03"] ?? "", now: "2028-01-18")
    return trygg
  }

  private func files(_ trygg: TryggProgram, _ folder: String = "ut") throws -> [String] {
    try trygg.shell("cd \(folder) && find . -type f | sort").out.split(separator: "\n")
      .map { String($0.dropFirst(2)) }
  }

  @Test(
    "A folder has a file for each person, an index, a manifest that other programs check, and print files")
  func folder() throws {
    let trygg = try StatementBatchTests.town()
    let run = try trygg(["--format", "json"] + StatementBatchTests.year, now: StatementBatchTests.day)
    run.expect(0)
    #expect(run.json["written"].number == 15)
    #expect(run.json["printFiles"].number == 2)
    let files = try files(trygg)
    #expect(files.count { $0.hasSuffix(".pdf") } == 5 + 2)
    #expect(files.contains("utskrift/1280.pdf"))
    #expect(!files.contains("manifest.sha256.part"))
    try trygg.shell("cd ut && sha256sum --check --strict --quiet manifest.sha256").expect(0)
    let manifest = try trygg.read("ut/manifest.sha256")
    #expect(
      manifest.split(separator: "\n").count == 1 + files.count - 1, "every file but the manifest itself")
    let index = try trygg.read("ut/index.csv").split(separator: "\r\n")
    try #require(index.count == 1 + 4)
    #expect(
      index[1].hasSuffix(",utskrift/1280.pdf") || index[1].contains(",1280,214 21,2,utskrift/1280.pdf,"))
    let modes = try trygg.shell("find ut -perm /077").out
    #expect(modes.isEmpty, "\(modes)")
  }

  @Test("Protected persons lie by themselves, and a municipality's run leaves them out")
  func protected() throws {
    let trygg = try StatementBatchTests.town()
    try trygg.must(
      "year", "statements", "2027", "--out", "ut", "--form", "pdf,xml", now: StatementBatchTests.day)
    let apart = try files(trygg, "ut/formedling")
    #expect(apart.count == 4, "\(apart)")
    #expect(apart.contains("utskrift.pdf"))
    let number = try #require(apart.first { $0.hasSuffix(".xml") }).dropLast(4)
    for open in ["ut/index.csv"] { #expect(try !trygg.read(open).contains(number)) }
    let index = try trygg.read("ut/formedling/index.csv")
    #expect(index.contains(number))
    #expect(!index.contains("1280"))
    let printed = try trygg.shell("pdftotext ut/utskrift/1280.pdf -").out
    #expect(!printed.contains(number))
    let relay = try trygg.shell("pdftotext ut/formedling/utskrift.pdf -").out
    #expect(relay.contains(number))
    #expect(!relay.contains("Malmö"))

    let run = try trygg(
      "year", "statements", "2027", "--out", "en", "--form", "pdf", "--municipality", "1280",
      now: StatementBatchTests.day)
    run.expect(0, "Skyddade personer är inte med")
    #expect(try files(trygg, "en").count == 4 + 1 + 2)
    let none = try trygg(
      "--format", "json", "year", "statements", "2027", "--out", "ingen", "--municipality", "0180",
      now: StatementBatchTests.day)
    #expect(none.json["written"].number == 0)
  }

  @Test("A print file begins with its sheet, and every letter on a front, in the order of postcodes")
  func printFile() throws {
    let trygg = try StatementBatchTests.town()
    try trygg.must("year", "statements", "2027", "--out", "ut", "--form", "pdf", now: StatementBatchTests.day)
    let pages = try trygg.shell("pdftotext -layout ut/utskrift/1280.pdf -").out
      .split(separator: "\u{C}", omittingEmptySubsequences: false).dropLast().map(String.init)
    try #require(!pages.isEmpty)
    #expect(pages[0].contains("Kommun 1280 Malmö"))
    #expect(pages[0].contains("Antal brev"))
    #expect(pages[0].contains("inget brev"))
    #expect(pages.count.isMultiple(of: 2))
    let first = pages.indices.filter { pages[$0].contains("Sida 1 av") }
    #expect(first.allSatisfy { $0.isMultiple(of: 2) }, "\(first)")
    #expect(first.count == 5)
    try trygg.shell("qpdf --check ut/utskrift/1280.pdf").expect(0)
  }

  @Test("A second run keeps what stands, and mends what is missing or altered")
  func again() throws {
    let trygg = try StatementBatchTests.town()
    let words = ["--format", "json"] + StatementBatchTests.year
    try #require(try trygg(words, now: StatementBatchTests.day).code == 0)
    let before = try trygg.shell("cd ut && sha256sum $(find . -type f | sort)").out
    #expect(try trygg(words, now: StatementBatchTests.day).json["kept"].number == 15)
    let one = try #require(try files(trygg).first { $0.hasSuffix(".pdf") && !$0.contains("/") })
    let other = try #require(try files(trygg).last { $0.hasSuffix(".html") })
    try trygg.shell("rm ut/\(other); printf x >> ut/\(one)").expect(0)
    let mended = try trygg(words, now: StatementBatchTests.day)
    #expect(mended.json["written"].number == 2)
    #expect(mended.json["kept"].number == 13)
    #expect(try trygg.shell("cd ut && sha256sum $(find . -type f | sort)").out == before)
  }

  @Test("A run that is killed leaves whole files alone, and the next finishes it to the same bytes")
  func killed() throws {
    let trygg = try StatementBatchTests.town()
    let words = StatementBatchTests.year.joined(separator: " ").replacing("--out ut", with: "--out")
    // The folder is watched until the first file has its name; the kill comes at once.
    let script = """
      "$trygg" \(words.replacing("--out", with: "--out ut")) & worker=$!
      until ls ut/*.pdf >/dev/null 2>&1 || ! kill -0 $worker 2>/dev/null; do :; done
      kill -9 $worker; wait $worker; true
      """
    _ = try trygg.shell(script, now: StatementBatchTests.day)
    for file in try files(trygg) where file.hasSuffix(".pdf") {
      try trygg.shell("qpdf --check ut/\(file)").expect(0)
    }
    try trygg.must(
      "year", "statements", "2027", "--out", "ut", "--form", "pdf,html,xml", now: StatementBatchTests.day)
    try trygg.must(
      "year", "statements", "2027", "--out", "hel", "--form", "pdf,html,xml", now: StatementBatchTests.day)
    try trygg.shell("cd ut && sha256sum --check --strict --quiet manifest.sha256").expect(0)
    try trygg.shell("diff -r ut hel").expect(0)
    try trygg.expectSound()
  }

  @Test("On a full disk nothing is half-written, and the next run finishes")
  func fullDisk() throws {
    let trygg = try StatementBatchTests.town()
    let words = StatementBatchTests.year.joined(separator: " ")
    // A disk of its own with room for two PDF, later for all; where nobody may mount one there is nothing to try.
    try trygg.write(
      "disk.sh",
      """
      mkdir ut && mount -t tmpfs -o size=150k tmpfs ut || exit 200
      "$trygg" \(words); echo "first $?"
      for file in $(find ut -name '*.pdf*'); do qpdf --check $file >/dev/null || echo "half-written $file"; done
      ls ut | grep manifest
      mount -o remount,size=20m ut
      "$trygg" \(words); echo "second $?"
      cd ut && sha256sum --check --strict --quiet manifest.sha256 && echo whole
      """)
    let run = try trygg.shell("unshare -Urm bash disk.sh || exit 200", now: StatementBatchTests.day)
    guard run.code != 200 else { return }
    run.expect(0, "first 74", "second 0", "whole", "FILE_UNWRITABLE")
    #expect(!run.out.contains("half-written"))
    #expect(!run.out.contains("manifest.sha256\n"), "\(run.out)")
  }

  @Test("A worker that is killed in the middle is replaced, and the run goes on")
  func deadWorker() throws {
    let trygg = try StatementBatchTests.town()
    let script = """
      "$trygg" \(StatementBatchTests.year.joined(separator: " ")) & program=$!
      until pkill -9 -P $program || ! kill -0 $program 2>/dev/null; do :; done
      wait $program
      """
    try trygg.shell(script, now: StatementBatchTests.day).expect(0)
    try trygg.shell("cd ut && sha256sum --check --strict --quiet manifest.sha256 && ls *.pdf | wc -l").expect(
      0, "4")
  }

  @Test("A name that no font has keeps one PDF back, and the rest is done")
  func missingGlyph() throws {
    let present = Town.occasions("A", 1...12)
    let trygg = try Town(neighbours: [
      .init(key: "M01", present: present, name: "Anna,Ek 😀"), .init(key: "M02", present: present),
    ]).decided()
    let run = try trygg(StatementBatchTests.year, now: StatementBatchTests.day)
    run.expect(2, "PDF_CHARACTER", "U+1F600", "statement/recipient/name")
    let files = try files(trygg)
    #expect(files.count { $0.hasSuffix(".html") } == 2)
    #expect(files.count { $0.hasSuffix(".pdf") && !$0.contains("/") } == 1)
  }
}
