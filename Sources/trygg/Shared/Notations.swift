import CommandLine
import Documents
import Exchange
import Foundation
import Identity
import Operations
import Register

extension Notation where Value == Moment {
  static var moment: Notation {
    Notation(Text(sv: "TID", en: "TIME")) { try Moment(parsing: $0) }
  }
}

extension Notation where Value == LocalDate {
  static var date: Notation {
    Notation(Text(sv: "DATUM", en: "DATE")) { word in
      guard let date = LocalDate(word) else { throw Refusal(.dateFormat) }
      return date
    }
  }
}

extension Notation where Value == Fraction {
  /// A decimal number, `0,5` or `0.5`.
  static var decimal: Notation {
    Notation(Text(sv: "TAL", en: "NUMBER")) { word in
      guard let number = Fraction(decimal: word) else { throw Refusal(.decimalFormat) }
      return number
    }
  }
}

extension Notation where Value == Int {
  /// A calendar year in four digits, such as the days and the numbers of the register are written with.
  static var year: Notation {
    Notation(Text(sv: "ÅR", en: "YEAR")) { word in
      guard word.utf8.count == 4, let year = Int(word), (1900...2999).contains(year) else {
        throw Refusal(.yearFormat)
      }
      return year
    }
  }

  /// How many days something holds, at least one and at most ten years.
  static var days: Notation {
    Notation(Text(sv: "ANTAL", en: "COUNT")) { word in
      guard let days = Int(word), (1...3_652).contains(days) else { throw Refusal(.valueFormat) }
      return days
    }
  }
}

extension Notation where Value == String {
  /// A folder that is read, which must be there: nothing else may take its place unseen.
  static var existingFolder: Notation {
    Notation(Text(sv: "MAPP", en: "FOLDER"), completion: .folders) { path in
      var isFolder: ObjCBool = false
      let exists = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      guard exists, isFolder.boolValue else {
        throw FaultOfFile(
          path: path, fault: SystemFault(operation: .read, errorNumber: exists ? ENOTDIR : ENOENT))
      }
      return path
    }
  }
}

extension Notation where Value == RingNumber {
  static var ring: Notation {
    Notation(Text(sv: "NUMMER", en: "NUMBER")) { word in
      guard let number = RingNumber(word) else { throw Refusal(.ringNumberFormat) }
      return number
    }
  }
}

extension Notation where Value == DocumentNumber {
  static var document: Notation {
    Notation(Text(sv: "NUMMER", en: "NUMBER")) { word in
      guard let number = DocumentNumber(word) else { throw Refusal(.documentNumberFormat) }
      return number
    }
  }
}

extension Notation where Value == ServiceAddress {
  static var address: Notation {
    Notation(Text(sv: "URL", en: "URL")) { word in
      guard let address = ServiceAddress(word) else { throw Refusal(.serviceAddressFormat) }
      return address
    }
  }
}

extension Notation {
  /// Forms of a document with commas between them.
  static func forms<Form>(_ type: Form.Type) -> Notation
  where Value == [Form], Form: CaseIterable & RawRepresentable<String> {
    Notation(Text(sv: "FORM,…", en: "FORM,…")) { word in
      try word.split(separator: ",").map { word in
        guard let form = Form(rawValue: String(word)) else {
          let known = Form.allCases.map(\.rawValue).joined(separator: " ")
          throw Refusal(.choice, ["choices": .text(known)])
        }
        return form
      }
    }
  }
}

extension Notation where Value == MunicipalityCode {
  static var municipality: Notation {
    Notation(Text(sv: "KKKK", en: "KKKK")) { word in
      do throws(IdentityFault) { return try MunicipalityCode(word) } catch {
        do throws(IdentityFault) { return try MunicipalityCode(named: word) } catch { throw Refusal(error) }
      }
    }
  }
}

extension Notation where Value == County {
  static var county: Notation {
    Notation(Text(sv: "LL", en: "LL")) { word in
      guard
        let county = County.allCases.first(where: {
          $0.digits == word || $0.name.lowercased() == word.lowercased()
        })
      else { throw Refusal(.unknownCounty) }
      return county
    }
  }
}

extension Notation where Value == OrganisationNumber {
  static var organisation: Notation {
    Notation(Text(sv: "ORGNR", en: "ORGNO")) { word in
      do throws(IdentityFault) { return try OrganisationNumber(parsing: word) } catch { throw Refusal(error) }
    }
  }
}

extension Notation where Value == PersonWord {
  static var person: Notation {
    Notation("PNR") { PersonWord(word: $0) }
  }
}

extension Notation where Value == Bool {
  static var yesNo: Notation {
    Notation(Text(sv: "JA", en: "YES"), choices: ["ja", "nej", "yes", "no"]) { ["ja", "yes"].contains($0) }
  }
}

/// An identity number as written on the command line, or `-` for one that is read from standard input.
///
/// It is resolved when the command runs, since ten digits take their century from the moment of the command.
struct PersonWord: Sendable {
  fileprivate let word: String

  func number(_ session: Session, option: String) throws -> IdentityNumber {
    var word = word
    if word == "-" {
      session.invocation.output.note(
        session.say(sv: "Personnummer eller samordningsnummer:", en: "Identity number:"))
      word = session.invocation.context.input.line(hidden: true) ?? ""
    }
    do throws(IdentityFault) {
      return try IdentityNumber(parsing: word, on: session.now.day)
    } catch {
      throw BadArgument(Refusal(error, column: option))
    }
  }
}

/// A value of an option that is wrong in itself, which is an error of the input and not of a rule.
struct BadArgument: Error {
  let refusal: Refusal

  init(_ refusal: Refusal) {
    self.refusal = refusal
  }
}
