import Foundation
import Glibc

/// Puts letters behind each other in one file for the printers, by qpdf, each on the front of a new sheet.
///
/// The file is for paper alone: it holds the pages and neither their tags nor the XML inside the letters.
public struct PrintMerge {
  private let sheet: [UInt8]
  private let blank: [UInt8]
  private let letters: [(name: String, pages: Int)]

  /// Describes a print file.
  ///
  /// - Parameters:
  ///   - sheet: the PDF that lies first, one page.
  ///   - letters: the files of the letters in their order, by names within the folder of the run.
  ///   - templates: where the blank page is.
  public init(
    _ sheet: [UInt8], _ letters: [(name: String, pages: Int)], with templates: TemplateSet
  ) throws {
    self.sheet = sheet
    self.letters = letters
    self.blank = try templates.contents(of: "pdf/blank.pdf")
  }

  /// Looks that qpdf is there, so that what is missing shows before the work begins.
  public static func prepare() throws {
    let qpdf = process(["--version"], output: FileHandle.nullDevice)
    try qpdf.run()
    try wait(for: qpdf)
  }

  /// Merges the letters of a folder and gives the file piece by piece.
  ///
  /// - Throws: `componentMissing` without qpdf, `refused` when it does not take a letter, and what `give` throws.
  public func run(in folder: String, give: (UnsafeRawBufferPointer) throws -> Void) throws {
    let work = FileManager.default.temporaryDirectory.appending(path: "trygg-print-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: work, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    defer { try? FileManager.default.removeItem(at: work) }
    let (first, empty) = (work.appending(path: "sheet.pdf").path, work.appending(path: "blank.pdf").path)
    try Data(sheet).write(to: URL(filePath: first))
    try Data(blank).write(to: URL(filePath: empty))

    // Blank pages fill up the sheets, since the next letter begins on a front.
    var inputs = [first, empty]
    for letter in letters {
      inputs.append(letter.name)
      if !letter.pages.isMultiple(of: 2) { inputs.append(empty) }
    }
    let options = ["--empty", "--object-streams=generate", "--deterministic-id", "--pages"]
    let words = options + inputs + ["--", "-"]
    let arguments = work.appending(path: "arguments").path
    try Data(words.joined(separator: "\n").utf8).write(to: URL(filePath: arguments))

    let output = Pipe()
    let qpdf = PrintMerge.process(["@" + arguments], output: output)
    qpdf.currentDirectoryURL = URL(filePath: folder)
    try qpdf.run()
    defer { if qpdf.isRunning { qpdf.terminate() } }
    try PrintMerge.drain(output.fileHandleForReading.fileDescriptor, give)
    try PrintMerge.wait(for: qpdf)
  }

  private static func process(_ words: [String], output: Any) -> Process {
    let qpdf = Process()
    qpdf.executableURL = URL(filePath: "/usr/bin/env")
    qpdf.arguments = ["qpdf"] + words
    qpdf.standardInput = FileHandle.nullDevice
    qpdf.standardOutput = output
    qpdf.standardError = FileHandle.nullDevice
    return qpdf
  }

  private static func wait(for qpdf: Process) throws {
    qpdf.waitUntilExit()
    switch qpdf.terminationStatus {
    case 0: return
    case 127: throw PDFFault(.componentMissing, ["component": "qpdf", "command": "make setup"])
    default: throw PDFFault(.refused, ["reason": "qpdf: \(qpdf.terminationStatus)"])
    }
  }

  private static func drain(
    _ descriptor: Int32, _ give: (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    try withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 1) { buffer in
      while true {
        let count = read(descriptor, buffer.baseAddress, buffer.count)
        if count > 0 {
          try give(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
        } else if count == 0 || errno != EINTR {
          return
        }
      }
    }
  }
}
