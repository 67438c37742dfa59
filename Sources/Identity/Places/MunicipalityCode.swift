/// The code of one of the 290 municipalities: county and running number, four digits with a leading zero.
public struct MunicipalityCode: Hashable, Sendable {
  /// Where the municipality stands in the table, which is in the order of the codes.
  private let row: UInt16

  private init(row: Int) {
    self.row = UInt16(row)
  }

  /// Finds the municipality of a code, `0114`.
  public init(_ code: String) throws(IdentityFault) {
    let bytes = code.utf8.span
    guard bytes.count == 4, let number = bytes.number(in: 0..<4),
      let row = Municipalities.row(ofCode: UInt16(number))
    else { throw .unknownMunicipality }
    self.init(row: row)
  }

  /// Finds the municipality of a name, `Upplands Väsby`, in capitals or not.
  public init(named name: String) throws(IdentityFault) {
    guard let row = Municipalities.rowOfName[name.lowercased()] else { throw .unknownMunicipality }
    self.init(row: row)
  }

  /// Every municipality, in the order of the codes.
  public static let all = Municipalities.table.indices.map(MunicipalityCode.init(row:))

  /// The code as written, `0114`.
  public var digits: String {
    let code = String(Municipalities.table[Int(row)].code)
    return code.count < 4 ? "0" + code : code
  }

  /// The name without "kommun", `Upplands Väsby`.
  public var name: String { Municipalities.table[Int(row)].name }

  /// The county that the municipality lies in.
  public var county: County { Municipalities.table[Int(row)].county }
}

extension MunicipalityCode: Comparable {
  /// Orders municipalities by code.
  public static func < (left: MunicipalityCode, right: MunicipalityCode) -> Bool {
    left.row < right.row
  }
}

extension MunicipalityCode: CustomStringConvertible {
  /// The code as written.
  public var description: String { digits }
}
