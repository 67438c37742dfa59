/// The forms in which drafts can be had.
public enum LawForm: String, CaseIterable, Sendable {
  case text, html, xml, akn, docx, motion, pdf
}
