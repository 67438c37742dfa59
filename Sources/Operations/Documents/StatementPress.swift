import Documents
import Identity
import Register
import Store

/// Writes statements from decisions: everything that one run of them has in common.
struct StatementPress {
  /// What the documents of this kind are called in the register, and their stylesheets in the templates.
  static let kind = "statement"

  let schema: RelaxNGSchema
  /// The words of the document.
  let catalogue: MessageCatalogue
  /// The words of its translation.
  let translation: MessageCatalogue
  let renderer: DocumentRenderer
  let key: SigningKey
  let issuer: String
  let service: ServiceAddress
  /// What the law data let a statement say of other benefits (decision C-23).
  let incomeNeutralText: String?
  let random: RandomSource
  let today: LocalDate

  /// The statement of a granted decision.
  ///
  /// - Throws: `PARAMETER_UNSUPPORTED` for another benefit; the first fault of the schema, which would be a fault of the
  ///   program.
  func document(
    of decision: StoredDecision, numbered number: DocumentNumber, for person: Person,
    correcting correction: Statement.Correction?, _ rules: RuleSet, named ruleSet: String
  ) throws -> StoredDocument {
    guard let code = VerificationCode(random.bytes(16)) else {
      throw StoreError(.misuse, "no random bytes")
    }
    let parameters = try BenefitParameters(year: decision.year, in: rules.parameters)
    try parameters.checkIsTaxReduction()
    let rule = BenefitRule(parameters, asOf: Moment(startOf: decision.datedOn))
    let reasons = decision.facts.reasons(by: rule, number: person.number, ring: decision.ring)
    let statement = Statement(
      number: number, issuedOn: today, verificationCode: code, service: service, issuer: issuer,
      recipient: Statement.Recipient(
        name: person.details.fullName, maskedNumber: person.number.masked(on: today),
        isEstate: person.details.deceasedOn != nil, address: person.details.address),
      correction: correction,
      year: decision.year, decidedOn: decision.datedOn, isAutomated: decision.officer == nil,
      version: decision.version, amount: decision.facts.outcome.amount, count: decision.facts.outcome.count,
      needed: parameters.threshold.value.least(of: decision.facts.outcome.count.counted),
      windows: decision.facts.windows, ruleSet: ruleSet,
      conditions: reasons.map { Statement.Condition($0, in: catalogue, translatedBy: translation) },
      incomeNeutralText: incomeNeutralText)
    let xml = try statement.xml()
    if let fault = try schema.validate(xml, file: number.description).first { throw fault }
    return StoredDocument(
      number: number, kind: StatementPress.kind, person: person.id, decision: decision.id,
      year: decision.year, issuedOn: today,
      verificationCode: code, templateSet: try renderer.templates.digest(), xml: xml,
      supersedes: correction?.supersedes,
      sealedBy: key)
  }
}
