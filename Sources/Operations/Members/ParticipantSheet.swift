public import Documents
import Foundation
public import Identity
public import Register

extension [ListedMember] {
  /// A ring's participants as a page that can lie open: aliases alone, and no one with a protected identity (C-14, C-96).
  ///
  /// - Throws: `NO_ALIAS` when nobody in the list has one; a fault when a value holds a character that no XML can hold.
  public func participants(
    of ring: RingNumber, on day: LocalDate, made today: LocalDate, by issuer: String
  ) throws -> Report {
    // The contact person sees no name of one who is protected, another member sees no name at all.
    let swedish = Locale(identifier: "sv_SE")
    let open = filter { $0.alias != nil && !$0.isProtected && ($0.name != nil || $0.person == nil) }
      .sorted { left, right in
        (left.alias ?? "").compare(
          right.alias ?? "", options: [.numeric, .caseInsensitive], range: nil, locale: swedish)
          == .orderedAscending
      }
    guard !open.isEmpty else { throw Refusal(.noAlias, ["ring": .text(ring.description)], column: "ring") }
    var writer = XMLWriter()
    try writer.element(
      "participants",
      [
        "xmlns": "urn:trygghetsregister:participants:1", "ring": ring.description, "on": day.description,
        "issued": today.description,
      ]
    ) { writer throws(XMLFault) in
      try writer.element("issuer", text: issuer)
      for member in open {
        try writer.element(
          "participant",
          [
            "alias": member.alias, "joined": member.joinedOn.description,
            "contact": member.isContact ? "true" : nil,
          ])
      }
    }
    return Report(kind: "participants", madeOn: today, issuer: issuer, xml: writer.bytes)
  }
}
