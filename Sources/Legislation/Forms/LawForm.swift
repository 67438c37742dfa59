/// The forms in which drafts can be had.
public enum LawForm: String, CaseIterable, Sendable {
  case text, html, xml, akn, docx, motion, pdf
  /// A motion that proposes the wording of the acts itself.
  case actMotion = "motion-act"

  /// What the name of a file in this form ends with.
  public var fileEnd: String {
    switch self {
    case .text: ".txt"
    case .html, .xml, .docx, .pdf: "." + rawValue
    case .akn: ".akn.xml"
    case .motion, .actMotion: "-\(rawValue).txt"
    }
  }
}
