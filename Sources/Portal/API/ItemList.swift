import Foundation
import HTTP
import Register

/// The items of a request: an array of flat objects, each with the columns of a row.
struct ItemList: Decodable {
  /// The most items of one request.
  static let limit = 10_000

  /// The items, their values as the cells of a file hold them; null is an empty cell.
  let items: [[String: String]]

  /// Reads the body of a request.
  ///
  /// - Throws: `mediaType`, `body`, `tooLarge`.
  init(_ request: Request) throws(RequestFault) {
    guard request.mediaType == "application/json", ItemList.isUTF8(request) else {
      throw RequestFault(.mediaType)
    }
    guard let list = try? JSONDecoder().decode(ItemList.self, from: Data(request.bytes)) else {
      throw RequestFault(.body)
    }
    guard list.items.count <= ItemList.limit else { throw RequestFault(.tooLarge) }
    self = list
  }

  /// Whether the body is said to be in UTF-8, which JSON is unless something else is said.
  private static func isUTF8(_ request: Request) -> Bool {
    let parameters = request.header("content-type")?.lowercased().split(separator: ";").dropFirst() ?? []
    return parameters.map { $0.filter { !$0.isWhitespace && $0 != "\"" } }
      .allSatisfy { !$0.hasPrefix("charset=") || $0 == "charset=utf-8" }
  }

  init(from decoder: any Decoder) throws {
    items = try decoder.singleValueContainer().decode([[String: Cell]].self).map {
      $0.compactMapValues(\.text)
    }
  }

  /// A value as a cell holds it.
  private struct Cell: Decodable {
    let text: String?

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if container.decodeNil() {
        text = nil
      } else if let truth = try? container.decode(Bool.self) {
        text = truth ? "yes" : "no"
      } else if let number = try? container.decode(Int.self) {
        text = String(number)
      } else if let number = try? container.decode(Double.self) {
        text = String(number)
      } else {
        text = try container.decode(String.self)
      }
    }
  }
}
