public import Documents

extension BillDocument {
  /// The bill as a Word document, with styles, tables and footnotes of its own.
  ///
  /// - Throws: the fault of a template.
  public func word(_ templates: TemplateSet) throws(XMLFault) -> [UInt8] {
    let source = try xml()
    var archive = ZipArchive()
    archive.add("[Content_Types].xml", try templates.contents(of: "word/law-content-types.xml"))
    archive.add("_rels/.rels", try templates.contents(of: "word/law-package-relations.xml"))
    archive.add("word/document.xml", try templates.render(source, by: "word/law-draft.xsl", in: .swedish))
    archive.add(
      "word/footnotes.xml", try templates.render(source, by: "word/law-footnotes.xsl", in: .swedish))
    archive.add("word/footer.xml", try templates.contents(of: "word/law-footer.xml"))
    archive.add("word/styles.xml", try templates.contents(of: "word/law-styles.xml"))
    archive.add(
      "word/_rels/document.xml.rels", try templates.contents(of: "word/law-document-relations.xml"))
    return try archive.bytes()
  }
}
