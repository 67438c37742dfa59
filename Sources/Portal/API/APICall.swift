import CommandLine
import Documents
import Exchange
import HTTP
import Identity
import Operations
import Register

/// One request of a program: who sends it, and the register as the user behind it reaches it.
struct APICall {
  let api: API
  let request: Request
  let holder: TokenHolder
  let registry: Registry
  let language: Language

  /// The wording of the answer.
  var wording: APIWording { APIWording(templates: api.templates, language: language) }

  /// The places of a list: the whole numbers that every reader of JSON keeps exact.
  static let places = 0...9_007_199_254_740_991

  /// A number that the query names, or a value in its place.
  ///
  /// - Throws: `FORMAT` for anything but a whole number within a range.
  func number(_ name: String, in range: ClosedRange<Int>, else value: Int? = nil) throws -> Int? {
    guard let text = request.query[name] else { return value }
    guard let number = Int(text), range.contains(number) else { throw Refusal(.valueFormat, column: name) }
    return number
  }

  /// What a query did not name for whom it is, though its user answers for nobody: a registrar can name anyone, for
  /// others there is nothing.
  func unnamed(_ name: String) -> any Error {
    holder.role == .registrar ? Refusal(.valueMissing, column: name) : RequestFault(.notFound)
  }

  /// The ring that the query names, else the one that the user answers for.
  func ring() throws -> RingNumber {
    guard let text = request.query["ring"] else {
      guard let own = holder.ring else { throw unnamed("ring") }
      return own
    }
    guard let ring = RingNumber(text) else {
      throw Refusal(.unknownRing, ["ring": .text(text)], column: "ring")
    }
    return ring
  }

  /// The number of the person behind the token; for anyone else there is nothing of one's own.
  func ownNumber() throws -> IdentityNumber {
    guard let number = holder.number else { throw RequestFault(.notFound) }
    return number
  }

  /// The number that an item names.
  func person(_ item: [String: String]) throws -> IdentityNumber {
    guard let text = item["person"] else { throw Refusal(.valueMissing, column: "person") }
    do {
      return try IdentityNumber(parsing: text, on: registry.now.day)
    } catch {
      throw Refusal(error, column: "person")
    }
  }

  /// The answer to one item: its result, or why there is none.
  func answer(to index: Int, _ result: () throws -> JSON) throws -> JSON {
    do {
      return ["index": .integer(index), "status": 200, "result": try result()]
    } catch {
      let problem = APIProblem(error)
      // What is no fault of the item is a fault of the whole request.
      guard !problem.refusals.isEmpty else { throw error }
      return [
        "index": .integer(index), "status": .integer(problem.status.rawValue),
        "errors": .array(problem.refusals.map(wording.json)),
      ]
    }
  }

  /// Does a write once for each value of `Idempotency-Key`; sent again, it is answered as the first time.
  func once(_ write: () throws -> Response) throws -> Response {
    guard let key = request.header("idempotency-key") else { return try write() }
    guard (1...255).contains(key.utf8.count), key.utf8.allSatisfy(APICall.mayStandInKey) else {
      throw Refusal(.valueFormat, column: "Idempotency-Key")
    }
    let whole = Array(request.path.utf8) + [0] + request.bytes
    if let kept = try registry.keptAnswer(to: key, whole, of: holder) {
      return Response(Status(rawValue: kept.status), type: "application/json", kept.body)
    }
    let response = try write()
    if case .bytes(let bytes) = response.body {
      try registry.keep(KeptAnswer(status: response.status.rawValue, body: bytes), to: key, whole, of: holder)
    }
    return response
  }

  private static func mayStandInKey(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: "_.:-".utf8.contains(byte)
    }
  }

  /// Takes in the items of the body as an import takes in the rows of a file, and answers each.
  func enter(_ kind: ImportKind) throws -> Response {
    let items = try ItemList(request).items
    let file = try CSVFile(rows: items, layout: kind.layout)
    let report = try registry.importRows(kind, from: file, ImportOptions())
    let rejected = Dictionary(report.rows.map { ($0.number - 2, $0.refusals) }) { $0 + $1 }
    let notes = Dictionary(report.notes.map { ($0.number - 2, $0.refusals) }) { $0 + $1 }
    let answers = items.indices.map { index -> JSON in
      [
        "index": .integer(index), "accepted": .bool(rejected[index] == nil),
        "errors": .array((rejected[index] ?? []).map(wording.json)),
        "notes": .array((notes[index] ?? []).map(wording.json)),
      ]
    }
    return Response(
      report.hasRejected ? .multiStatus : .ok,
      json: [
        "stored": .integer(report.stored), "unchanged": .integer(report.unchanged),
        "rejected": .integer(report.rejected), "items": .array(answers),
      ])
  }

  /// One page of a list, and where the next one begins.
  ///
  /// - Parameter key: By what the place of an element is known to the reader.
  func page<Element>(
    of elements: [Element], key: (Element) -> String, _ json: (Element) -> JSON
  ) throws -> JSON {
    let limit = try number("limit", in: 1...500, else: 100) ?? 100
    let after = request.query["after"]
    let start = after.map { after in elements.firstIndex { key($0) == after }.map { $0 + 1 } ?? elements.count
    }
    let rest = elements[(start ?? 0)...]
    let page = rest.prefix(limit)
    return [
      "items": .array(page.map(json)),
      "next": rest.count > page.count ? JSON(page.last.map(key)) : .null,
    ]
  }

  /// The answer that holds a value, with a link to the next page where there is one (RFC 8288).
  func linked(_ json: JSON) -> Response {
    let response = Response(json: json)
    guard case .object(let members) = json, case .string(let next) = members.last?.value,
      members.last?.key == "next"
    else { return response }
    return response.adding("Link", "<\(request.address(with: "after", next))>; rel=\"next\"")
  }
}
