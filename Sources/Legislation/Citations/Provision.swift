/// A section of a statute, in a chapter where the statute has chapters.
public struct Provision: Hashable, Sendable {
  /// The chapter, or nothing in a statute without chapters.
  public let chapter: SectionNumber?

  /// The section.
  public let section: SectionNumber

  /// Names a section.
  public init(chapter: SectionNumber? = nil, section: SectionNumber) {
    self.chapter = chapter
    self.section = section
  }

  /// Reads `67 kap. 53 §` or `16 §`.
  public init?(_ text: String) {
    guard let only = ProvisionList.parse(text).first?.provisions, only.count == 1 else { return nil }
    self = only[0]
  }
}

extension Provision: Comparable {
  /// Tells whether a section stands before another in the statute.
  public static func < (left: Provision, right: Provision) -> Bool {
    let none = SectionNumber(0)
    return (left.chapter ?? none, left.section) < (right.chapter ?? none, right.section)
  }
}

extension Provision: CustomStringConvertible {
  /// The section as a statute cites it.
  public var description: String {
    (chapter.map { "\($0) kap. " } ?? "") + "\(section) §"
  }
}
