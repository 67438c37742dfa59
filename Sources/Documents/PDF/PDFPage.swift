public import Identity

/// A document to be set as pages: the XHTML of its rendering and the source that goes with it.
public struct PDFPage: Sendable {
  /// A file that travels inside the PDF.
  public struct Attachment: Sendable {
    /// The file name, such as `2028-000001-7.xml`.
    public let name: String
    /// What the file is, in the document's language.
    public let description: String
    /// The file, XML in UTF-8.
    public let bytes: [UInt8]

    /// Describes a file that travels inside the PDF.
    public init(name: String, description: String, bytes: [UInt8]) {
      self.name = name
      self.description = description
      self.bytes = bytes
    }
  }

  /// The rendering in XHTML, which names its own language and title.
  public let xhtml: [UInt8]
  /// The day of the document, which the file states as the day it was made and changed.
  public let date: LocalDate
  /// Who issued the document.
  public let author: String
  /// The canonical XML, where there is one.
  public let attachment: Attachment?

  /// Describes a document to be set as pages.
  public init(xhtml: [UInt8], date: LocalDate, author: String, attachment: Attachment? = nil) {
    self.xhtml = xhtml
    self.date = date
    self.author = author
    self.attachment = attachment
  }
}
