/// The `sip.xml` of a package for an e-archive: METS as FGS Paketstruktur 1.2 (RAFGS1V1.2) of Riksarkivet has it.
///
/// It is written while the package is, and drained, so that a package of any number of files needs little memory.
public struct SubmissionManifest {
  /// Who hands the package over, and what it is.
  public struct Header: Sendable {
    /// A UUID that names the package and no other.
    public let identifier: String
    /// What the package holds, in a line.
    public let label: String
    /// When it was made, with its offset.
    public let createdAt: String
    /// The authority whose records they are.
    public let archivist: String
    /// Its organisation number, ten digits.
    public let organisation: String
    /// The program that made it.
    public let software: (name: String, version: String)
    /// The agreement on the delivery, if there is one.
    public let agreement: String?

    /// Describes a package.
    public init(
      identifier: String, label: String, createdAt: String, archivist: String, organisation: String,
      software: (name: String, version: String), agreement: String?
    ) {
      self.identifier = identifier
      self.label = label
      self.createdAt = createdAt
      self.archivist = archivist
      self.organisation = organisation
      self.software = software
      self.agreement = agreement
    }
  }

  /// A file of the package.
  public struct File: Sendable {
    /// Its path in the package.
    public let name: String
    /// What it is for.
    public let use: String
    /// Its length in bytes.
    public let size: Int
    /// SHA-256 of it, 64 hexadecimal digits.
    public let checksum: String

    /// Describes a file.
    public init(name: String, use: String, size: Int, checksum: String) {
      self.name = name
      self.use = use
      self.size = size
      self.checksum = checksum
    }

    /// The media type, by the end of the name.
    var mediaType: String {
      switch name.split(separator: ".").last {
      case "pdf": "application/pdf"
      case "xml", "rng", "xsl": "application/xml"
      case "css": "text/css"
      case "csv": "text/csv"
      case "txt", "pub": "text/plain"
      case "svg": "image/svg+xml"
      case "json": "application/json"
      default: "application/octet-stream"
      }
    }
  }

  /// The name that the specification gives it.
  public static let name = "sip.xml"

  private var writer = XMLWriter()
  private let header: Header
  private var count = 0

  /// Begins the manifest.
  public init(_ header: Header) throws(XMLFault) {
    self.header = header
    try writer.open(
      "mets",
      [
        "xmlns": "http://www.loc.gov/METS/", "xmlns:ext": "ExtensionMETS",
        "xmlns:xlink": "http://www.w3.org/1999/xlink",
        "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
        "xsi:schemaLocation":
          "http://www.loc.gov/METS/ http://xml.ra.se/e-arkiv/METS/CSPackageMETS.xsd "
          + "ExtensionMETS http://xml.ra.se/e-arkiv/METS/CSPackageExtensionMETS.xsd",
        "OBJID": "UUID:\(header.identifier)", "LABEL": header.label, "TYPE": "Single records",
        "PROFILE": "http://xml.ra.se/e-arkiv/METS/CommonSpecificationSwedenPackageProfile.xml",
      ])
    try writer.element(
      "metsHdr", ["CREATEDATE": header.createdAt, "RECORDSTATUS": "NEW", "ext:OAISSTATUS": "SIP"]
    ) { writer throws(XMLFault) in
      for role in ["ARCHIVIST", "CREATOR"] {
        try writer.element("agent", ["ROLE": role, "TYPE": "ORGANIZATION"]) { writer throws(XMLFault) in
          try writer.element("name", text: header.archivist)
          try writer.element("note", text: "ORG:\(header.organisation)")
        }
      }
      try writer.element("agent", ["ROLE": "ARCHIVIST", "TYPE": "OTHER", "OTHERTYPE": "SOFTWARE"]) {
        writer throws(XMLFault) in
        try writer.element("name", text: header.software.name)
        try writer.element("note", text: header.software.version)
      }
      if let agreement = header.agreement {
        try writer.element("altRecordID", ["TYPE": "SUBMISSIONAGREEMENT"], text: agreement)
      }
      try writer.element("metsDocumentID", text: SubmissionManifest.name)
    }
    try writer.open("fileSec")
    try writer.open("fileGrp")
  }

  /// Tells of a file.
  public mutating func add(_ file: File) throws(XMLFault) {
    count += 1
    try writer.element(
      "file",
      [
        "ID": "ID\(count)", "MIMETYPE": file.mediaType, "SIZE": String(file.size),
        "CREATED": header.createdAt, "CHECKSUM": file.checksum, "CHECKSUMTYPE": "SHA-256", "USE": file.use,
      ]
    ) { writer throws(XMLFault) in
      try writer.element(
        "FLocat",
        ["LOCTYPE": "URL", "xlink:type": "simple", "xlink:href": "file:///\(file.name)"])
    }
  }

  /// Hands over what has been written.
  public mutating func drain<Failure: Error>(
    to consume: (UnsafeRawBufferPointer) throws(Failure) -> Void
  ) throws(Failure) {
    try writer.drain(to: consume)
  }

  /// Ends the manifest with the one structure that the specification knows: all files, in their order.
  public mutating func finish(to consume: (UnsafeRawBufferPointer) throws -> Void) throws {
    writer.close()
    writer.close()
    try writer.open("structMap", ["LABEL": "Profilestructmap"])
    try writer.open("div")
    for place in 1...max(count, 1) where count > 0 {
      try writer.element("fptr", ["FILEID": "ID\(place)"])
      if place.isMultiple(of: 1000) { try writer.drain(to: consume) }
    }
    writer.close()
    writer.close()
    writer.close()
    try writer.drain(to: consume)
  }
}
