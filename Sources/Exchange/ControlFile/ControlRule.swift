public import Identity

/// A rule that a control statement must keep; the raw value is its number in Skatteverket's list of fields, version 8.0.
///
/// That the period is the income year (1004) holds by construction, since `ControlFiling` has one year for both.
public enum ControlRule: String, CaseIterable, Sendable {
  /// Field 201 and field 215 are never the same.
  case filerIsRecipient = "053"
  /// A removal holds its key and nothing more.
  case removalHoldsMore = "055"
  /// Field 215 stands where 222 does not.
  case identifierMissing = "056"
  /// What a date of birth in field 222 must have beside it.
  case givenNameOfBirthTime = "057"
  case familyNameOfBirthTime = "058"
  case streetOfBirthTime = "059"
  case postcodeOfBirthTime = "060"
  case cityOfBirthTime = "061"
  /// Fields 215 and 222 never stand together.
  case twoIdentifiers = "063"
  /// A statement that is no removal has an amount; the rule for KU65, field 621.
  case amountMissing = "096"
  /// What a coordination number in field 215 must have beside it.
  case givenNameOfCoordinationNumber = "142"
  case familyNameOfCoordinationNumber = "143"
  case streetOfCoordinationNumber = "144"
  case postcodeOfCoordinationNumber = "145"
  case cityOfCoordinationNumber = "146"
  /// The check digit of field 215 follows from the other digits.
  case checkDigit = "1002"
  /// A value has the type of its field; no number of its own, since the official schema says it.
  case form = "TYPE"
}

/// A rule that a statement breaks, and the field that shows it.
public struct ControlFinding: Hashable, Sendable {
  /// The rule.
  public let rule: ControlRule

  /// The code of the field; nothing for the amount, which has no code yet.
  public let field: Int?

  init(_ rule: ControlRule, field: Int?) {
    self.rule = rule
    self.field = field
  }
}

extension ControlStatement {
  /// The rules that the statement breaks when an organisation files it, in the order of their fields.
  public func findings(filedBy organisation: OrganisationNumber) -> [ControlFinding] {
    var found: [ControlFinding] = []
    func demand(_ holds: Bool, _ rule: ControlRule, _ field: Int?) {
      if !holds { found.append(ControlFinding(rule, field: field)) }
    }
    demand((1...9_999_999_999).contains(specification), .form, 570)
    if isRemoval {
      demand(amountKr == nil && recipient == nil, .removalHoldsMore, 205)
    } else if let amountKr {
      demand((0...9_999_999_999).contains(amountKr), .form, nil)
    } else {
      demand(false, .amountMissing, nil)
    }
    if let number {
      demand(number != 160_000_000_000 + organisation.value, .filerIsRecipient, 201)
      demand(birthTime == nil, .twoIdentifiers, 222)
      checkNumber(number, demand)
    } else if let birthTime {
      demand(ControlStatement.isBirthTime(birthTime), .form, 222)
    } else {
      demand(false, .identifierMissing, 215)
    }
    guard !isRemoval else { return found }
    recipient?.checkForm(demand)
    if let rules = recipientRules {
      (recipient ?? Recipient()).checkPresence(rules, demand)
    }
    return found
  }

  private func checkNumber(_ number: Int64, _ demand: (Bool, ControlRule, Int?) -> Void) {
    do throws(IdentityFault) {
      demand(try IdentityNumber(stored: number).isSendableInField215, .form, 215)
    } catch {
      demand(false, error == .checkDigit ? .checkDigit : .form, 215)
    }
  }

  /// The rules that demand name and address, if any does: for a coordination number or a date of birth.
  private var recipientRules: [ControlRule]? {
    if let number {
      guard number / 10_000 % 100 > 60 else { return nil }
      return [
        .givenNameOfCoordinationNumber, .familyNameOfCoordinationNumber, .streetOfCoordinationNumber,
        .postcodeOfCoordinationNumber, .cityOfCoordinationNumber,
      ]
    }
    guard birthTime != nil else { return nil }
    return [
      .givenNameOfBirthTime, .familyNameOfBirthTime, .streetOfBirthTime, .postcodeOfBirthTime,
      .cityOfBirthTime,
    ]
  }

  /// A date of the centuries that the field takes, and three digits.
  private static func isBirthTime(_ digits: Int64) -> Bool {
    let date = digits / 1000
    let (year, month, day) = (Int(date / 10_000), Int(date / 100 % 100), Int(date % 100))
    return (1800..<2100).contains(year) && LocalDate(year: year, month: month, day: day) != nil
  }
}

extension ControlStatement.Recipient {
  /// The most characters of a field of the type Text50.
  public static let textLimit = 50

  private var fields: [(code: Int, text: String?)] {
    [(216, givenName), (217, familyName), (218, street), (219, postcode), (220, city)]
  }

  fileprivate func checkPresence(_ rules: [ControlRule], _ demand: (Bool, ControlRule, Int?) -> Void) {
    // A protected person is sent without any address; half of one is still wrong.
    let lacksAddress = isProtected && street == nil && postcode == nil && city == nil
    for (rule, field) in zip(rules, fields) where !(lacksAddress && field.code >= 218) {
      demand(field.text != nil, rule, field.code)
    }
  }

  fileprivate func checkForm(_ demand: (Bool, ControlRule, Int?) -> Void) {
    for (code, text) in fields {
      guard let text else { continue }
      let limit = code == 219 ? 9 : ControlStatement.Recipient.textLimit
      demand(
        (1...limit).contains(text.unicodeScalars.count) && text.unicodeScalars.allSatisfy(\.isWritable),
        .form,
        code)
    }
    demand(
      country.map { $0.utf8.count == 2 && $0.utf8.allSatisfy { (65...90).contains($0) } } ?? true, .form, 221)
    demand(!isProtected || (street ?? postcode ?? city ?? country) == nil, .form, 218)
  }
}

extension Unicode.Scalar {
  /// Whether a line of text in XML can hold it.
  fileprivate var isWritable: Bool {
    properties.generalCategory != .control && self != "\u{FFFE}" && self != "\u{FFFF}"
  }
}
