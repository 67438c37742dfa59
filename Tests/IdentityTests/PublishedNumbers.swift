import Foundation

/// The personal identity numbers that Skatteverket publishes for tests.
enum PublishedNumbers {
  private static let packageRoot = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The committed part: every decade, births in 2000–2009, over 100 years, leap days, the ends of the list.
  static let sample = lines(of: "Tests/Fixtures/testpersonnummer-sample.txt")

  /// The whole list, where it lies beside the repository; else empty.
  static let all = lines(of: "../shared/data/testpersonnummer.txt")

  private static func lines(of path: String) -> [String] {
    let text = try? String(contentsOf: packageRoot.appending(path: path), encoding: .utf8)
    return text?.split(whereSeparator: \.isNewline).map(String.init) ?? []
  }
}
