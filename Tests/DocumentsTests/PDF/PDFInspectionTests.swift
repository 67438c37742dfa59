import Documents
import Testing

@Suite("The rules for PDF")
struct PDFInspectionTests {
  /// Damage of the same length, so that the file stays whole, and the rule that must see it.
  static let damages: [(part: String, damaged: String, rule: String)] = [
    ("<pdfaid:part>3", "<pdfaid:part>2", "names PDF/A-3a"),
    ("<pdfuaid:part>1", "<pdfuaid:part>2", "names PDF/UA-1"),
    ("/DisplayDocTitle true", "/DisplayDocTitle null", "shows its title"),
    ("/Lang(sv-SE)", "/Lanx(sv-SE)", "names its language"),
    ("/Marked true", "/Marked null", "is marked"),
    ("/GTS_PDFA1", "/GTS_PDFX1", "has an output intent with a profile"),
    ("/FontFile2", "/FontFilex", "embeds its fonts"),
    ("/MediaBox[0 0 595", "/MediaBox[0 0 612", "is A4"),
    ("/Tabs/S", "/Tabs/R", "has tab order by structure"),
    ("/ParentTree<<", "/ParentTrex<<", "has tags"),
    ("/S/LBody", "/S/LBodx", "uses standard tags"),
    ("/S/H2", "/S/H4", "has headings in order"),
    ("/Scope/Column", "/Scopx/Column", "gives header cells a scope"),
    ("/S/TH", "/S/TD", "has header cells in tables"),
    ("/ColSpan 3", "/ColSpan 2", "has rows of one width"),
    ("/S/Figure", "/S/Figurx", "uses standard tags"),
    ("/Alt(", "/Alx(", "describes figures"),
    ("/S/LI", "/S/TR", "has lists of items"),
    ("/Contents(", "/Contentx(", "describes links"),
    ("/AFRelationship/Source", "/AFRelationship/Sourcx", "names the source"),
  ]

  @Test("Each rule sees the damage it is there for", arguments: damages)
  func seesDamage(part: String, damaged: String, rule: String) throws {
    let page = try PDFSamples.page("statement")
    let bytes = try PDFRendererTests.renderer.render(page)
    let spoiled = bytes.replacing(Array(part.utf8), with: Array(damaged.utf8))
    #expect(spoiled != bytes, "nothing to damage")
    let faults = try PDFInspection(spoiled).faults(
      .init(
        title: "Årsbesked om skattereduktion 2027", date: "2028-01-24", attachment: page.attachment?.bytes))
    #expect(faults.contains { $0.hasPrefix(rule) }, "\(faults)")
  }

  @Test("A file that does not say what its document says is seen")
  func seesWrongContent() throws {
    let bytes = try PDFRendererTests.renderer.render(try PDFSamples.page("statement"))
    let faults = try PDFInspection(bytes).faults(
      .init(title: "Annat", language: "en", date: "2028-01-25", attachment: [1]))
    #expect(
      faults == [
        "has its title in XMP", "is dated by the document", "names its language", "carries its source",
      ])
  }
}
