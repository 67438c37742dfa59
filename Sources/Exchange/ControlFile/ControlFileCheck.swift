import Documents
import Register

/// The schema and the rules of the control file as they stand in the law data, for a file or a part of it.
///
/// They say the same as `ControlRule`, in other words and of what was written: an error in the one shows in the other.
public final class ControlFileCheck: Sendable {
  private let schema: RelaxNGSchema
  private let rules: Stylesheet

  private static let schemaName = "control-file.rng"
  private static let rulesName = "control-file.xsl"

  /// Reads both from a folder, `Legal/schemas`.
  public init(folder: String) throws {
    let files = TemplateSet(folders: [folder])
    schema = try RelaxNGSchema(
      parsing: files.contents(of: ControlFileCheck.schemaName), file: ControlFileCheck.schemaName)
    rules = try files.stylesheet(ControlFileCheck.rulesName)
  }

  /// Checks a document.
  ///
  /// - Throws: `CONTROL_FILE_INVALID` with the rule and the record, or the line, that is wrong first.
  public func check(_ document: [UInt8]) throws {
    if let fault = try schema.validate(document, file: ControlFileCheck.schemaName).first {
      throw Refusal(
        .controlFileInvalid,
        ["rule": .text("RELAX NG"), "place": .text("\(fault.line): \(fault.facts["reason"] ?? "")")])
    }
    // One line for each broken rule: its number, and the record's in field 570.
    let answer = try rules.transform(document, messages: MessageCatalogue(language: .swedish))
    guard let first = String(decoding: answer, as: UTF8.self).split(separator: "\n").first else { return }
    let words = first.split(separator: " ")
    throw Refusal(
      .controlFileInvalid,
      ["rule": .text(String(words[0])), "place": .text("570 = \(words.dropFirst().joined(separator: " "))")])
  }
}
