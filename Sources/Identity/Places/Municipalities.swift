/// The table of municipalities and the ways into it.
enum Municipalities {
  typealias Row = (code: UInt16, county: County, name: String)

  static let rowOfName = Dictionary(
    uniqueKeysWithValues: table.enumerated().map { ($0.element.name.lowercased(), $0.offset) })

  /// Finds a code by halving, the table being in the order of the codes.
  static func row(ofCode code: UInt16) -> Int? {
    var range = table.indices
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      switch table[middle].code {
      case code: return middle
      case ..<code: range = middle + 1..<range.upperBound
      default: range = range.lowerBound..<middle
      }
    }
    return nil
  }
}
