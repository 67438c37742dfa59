import Foundation

/// The objects of a PDF file as `qpdf --json` gives them.
struct PDFObjects {
  fileprivate final class Table {
    var entries: [String: Any] = [:]
  }

  private let table = Table()

  init(_ json: [UInt8]) throws {
    let root = try JSONSerialization.jsonObject(with: Data(json)) as? [String: Any]
    let parts = root?["qpdf"] as? [[String: Any]] ?? []
    table.entries = parts.last ?? [:]
  }

  private func value(_ raw: Any?) -> PDFValue { PDFValue(raw, table) }

  private var trailer: PDFValue {
    value((table.entries["trailer"] as? [String: Any])?["value"])
  }

  var catalogue: PDFValue { trailer["/Root"] }

  var pages: [PDFValue] { catalogue["/Pages"].leaves("/Kids") }

  var annotations: [PDFValue] { pages.flatMap { $0["/Annots"].items } }

  func all(ofType type: String) -> [PDFValue] {
    table.entries.keys.filter { $0.hasPrefix("obj:") }.map { value(String($0.dropFirst(4))) }
      .filter { $0["/Type"].text == type }
  }

  /// Every tag in reading order.
  var tags: [PDFTag] {
    let root = catalogue["/StructTreeRoot"]
    return PDFTag.children(of: root, roles: root["/RoleMap"]).flatMap(\.selfAndAll)
  }
}

/// A value in a PDF file; a reference is followed when it is asked.
struct PDFValue: CustomStringConvertible {
  private let raw: Any?
  private let table: PDFObjects.Table

  fileprivate init(_ raw: Any?, _ table: PDFObjects.Table) {
    var raw = raw
    var stream: [String: Any]?
    if let reference = raw as? String, let object = table.entries["obj:" + reference] as? [String: Any] {
      stream = object["stream"] as? [String: Any]
      raw = object["value"] ?? stream?["dict"]
    }
    self.raw = raw
    self.table = table
    self.stream = stream?["data"] as? String
  }

  private let stream: String?

  subscript(key: String) -> PDFValue { PDFValue((raw as? [String: Any])?[key], table) }

  var exists: Bool { raw != nil }
  var isTrue: Bool { raw as? Bool == true }
  var number: Double? { (raw as? NSNumber)?.doubleValue }
  var items: [PDFValue] { (raw as? [Any] ?? []).map { PDFValue($0, table) } }
  var description: String { raw.map { "\($0)" } ?? "nothing" }

  /// A string without its mark, or a name.
  var text: String? {
    guard let text = raw as? String else { return nil }
    return text.hasPrefix("u:") ? String(text.dropFirst(2)) : text
  }

  func has(_ key: String) -> Bool { self[key].exists }

  func leaves(_ key: String) -> [PDFValue] {
    let below = self[key].items
    return below.isEmpty ? [self] : below.flatMap { $0.leaves(key) }
  }

  var isA4: Bool {
    let box = self["/MediaBox"].items.compactMap(\.number)
    return box.count == 4 && abs(box[2] - 595.28) < 0.1 && abs(box[3] - 841.89) < 0.1
  }

  var hasLostTabOrder: Bool { has("/Annots") && self["/Tabs"].text != "/S" }

  /// What a page draws, with its strings and the images' bytes as they stand.
  var content: String {
    let streams = self["/Contents"].stream.map { [$0] } ?? self["/Contents"].items.compactMap(\.stream)
    return streams.compactMap { Data(base64Encoded: $0) }.map { String(decoding: $0, as: UTF8.self) }.joined()
  }
}

/// A tag of the structure tree.
struct PDFTag: CustomStringConvertible {
  let name: String
  let standardName: String
  let scope: String?
  let alternative: String?
  let children: [PDFTag]
  let isEmpty: Bool
  private let span: Int

  private init(_ value: PDFValue, roles: PDFValue) {
    let kids = value["/K"]
    let attributes = value["/A"].items.isEmpty ? [value["/A"]] : value["/A"].items
    name = String((value["/S"].text ?? "/?").dropFirst())
    standardName = roles["/" + name].text.map { String($0.dropFirst()) } ?? name
    scope = attributes.compactMap { $0["/Scope"].text }.first
    span = attributes.compactMap { $0["/ColSpan"].number }.first.map { Int($0) } ?? 1
    alternative = value["/Alt"].text
    children = PDFTag.children(of: value, roles: roles)
    isEmpty =
      !kids.exists || kids.number == nil && !kids.has("/Type") && kids.items.isEmpty && children.isEmpty
  }

  static func children(of value: PDFValue, roles: PDFValue) -> [PDFTag] {
    let kids = value["/K"]
    return (kids.items.isEmpty ? [kids] : kids.items).filter { $0.has("/S") }
      .map { PDFTag($0, roles: roles) }
  }

  var description: String { children.isEmpty ? name : "\(name)\(children)" }
  var selfAndAll: [PDFTag] { [self] + children.flatMap(\.selfAndAll) }
  func holds(_ name: String) -> Bool { selfAndAll.contains { $0.name == name } }

  var headingLevel: Int? { name.first == "H" ? Int(name.dropFirst()) : nil }

  /// A table whose rows are of different widths; row spans are not looked into.
  var isRagged: Bool {
    let widths = selfAndAll.filter { $0.name == "TR" }.map { $0.children.reduce(0) { $0 + $1.span } }
    return Set(widths).count > 1
  }
}
