/// What a bill means for someone, gathered from its proposals.
struct BillEffect: Sendable {
  /// Whom or what it concerns.
  let subject: Effect.Subject
  /// A paragraph from each proposal that says something of it.
  let paragraphs: [String]
}

extension Effect.Subject {
  /// The heading in a bill.
  var title: String {
    switch self {
    case .individuals: "Enskilda"
    case .municipalities: "Kommuner"
    case .authorities: "Myndigheter"
    case .privacy: "Personlig integritet"
    case .children: "Barn"
    case .equality: "Likabehandling"
    case .europe: "EU-rätt"
    }
  }
}
