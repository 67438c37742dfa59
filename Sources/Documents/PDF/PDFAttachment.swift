import Foundation

/// The XML that a PDF of the house carries, taken out by poppler's `pdfdetach`.
public enum PDFAttachment {
  /// Whether a file is a PDF.
  public static func isPDF(_ file: [UInt8]) -> Bool {
    file.starts(with: Array("%PDF-".utf8))
  }

  /// The first XML file within a PDF, or nothing where there is none.
  ///
  /// - Throws: `COMPONENT_MISSING` without the program.
  public static func xml(in file: [UInt8]) throws -> [UInt8]? {
    let folder = FileManager.default.temporaryDirectory.appending(path: "trygg-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    defer { try? FileManager.default.removeItem(at: folder) }
    let pdf = folder.appending(path: "document.pdf")
    try Data(file).write(to: pdf)
    // A line for each file: `1: 2028-000001-7.xml`.
    let listed = try pdfdetach("-list", pdf.path).split(whereSeparator: \.isNewline)
    guard let line = listed.first(where: { $0.hasSuffix(".xml") }),
      let place = line.split(separator: ":").first
    else { return nil }
    let xml = folder.appending(path: "document.xml")
    _ = try pdfdetach("-save", String(place), "-o", xml.path, pdf.path)
    let size = (try? xml.resourceValues(forKeys: [.fileSizeKey]))?.fileSize ?? 0
    guard size <= DocumentSize.standardLimit else { return nil }
    return (try? Data(contentsOf: xml)).map(Array.init)
  }

  /// Runs the program for at most as long as a sound file can take, and gives what it prints.
  private static func pdfdetach(_ words: String...) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/timeout")
    process.arguments = ["20", "pdfdetach"] + words
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let printed = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    // What `timeout` says of a program that is not there.
    guard process.terminationStatus != 127 else {
      throw PDFFault(
        .componentMissing, ["component": "pdfdetach", "command": "apt-get install poppler-utils"])
    }
    return String(decoding: printed, as: UTF8.self)
  }
}
