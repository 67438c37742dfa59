public import Documents
import Identity
import Register

extension YearSummary {
  /// The namespace of the canonical XML, whose schema is `Legal/schemas/year-summary.rng`.
  public static let namespace = "urn:trygghetsregister:year-summary:1"

  /// The figures that anybody may see, as a report.
  public func report() throws(XMLFault) -> Report {
    Report(kind: "year-summary", madeOn: madeOn, issuer: issuer, xml: try xml())
  }

  /// The figures that anybody may see, as the page is made from; a count that is hidden has no attribute.
  public func xml() throws(XMLFault) -> [UInt8] {
    var writer = XMLWriter()
    try writer.element(
      "summary",
      [
        "xmlns": YearSummary.namespace, "year": String(year), "issued": madeOn.description,
        "locked": lockedOn?.description, "smallest": String(smallestShown),
        "amount": figures.amount.map { String($0) },
      ]
    ) { writer throws(XMLFault) in
      try writer.element("issuer", text: issuer)
      for outcome in figures.outcomes {
        try writer.element(
          "outcome", ["code": outcome.verdict.rawValue, "persons": outcome.persons.map { String($0) }]
        ) { writer throws(XMLFault) in
          for reason in outcome.reasons {
            try writer.element(
              "reason", ["code": reason.reason.rawValue, "persons": reason.persons.map { String($0) }])
          }
        }
      }
      for place in figures.places {
        try writer.element(
          "place",
          [
            "code": place.municipality.digits, "name": place.municipality.name,
            "granted": place.granted.map { String($0) }, "amount": place.amount.map { String($0) },
            "refused": place.refused.map { String($0) },
          ])
      }
    }
    return writer.bytes
  }
}
