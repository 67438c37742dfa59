import Documents
import HTTP

/// A long list as a page shows it: what it is narrowed to, and the part of it that is shown.
///
/// Both stand in the address, so that they can be kept and sent on; so nothing personal narrows a list.
struct PageList {
  /// One thing to narrow by, as a choice, or as a text where it has no options.
  struct Facet {
    let name: String
    var options: [(value: String, label: String)] = []
  }

  /// How many rows are shown at once.
  let size: Int

  private let path: String
  private let facets: [(facet: Facet, value: String)]
  private let number: Int
  private static let lastPage = 100_000

  /// Reads what a visit asks for; a choice that there is not narrows nothing.
  init(_ visit: Visit, at path: String, by facets: [Facet], size: Int = 50) {
    self.path = path
    self.size = size
    self.facets = facets.map { facet in
      let asked = (visit.request.query[facet.name] ?? "").trimmingBlanks
      let isKnown = facet.options.isEmpty || facet.options.contains { $0.value == asked }
      return (facet, isKnown ? String(asked.prefix(100)) : "")
    }
    number = min(max(1, visit.request.query["sida"].flatMap { Int($0) } ?? 1), PageList.lastPage)
  }

  /// How many rows come before the first that is shown.
  var offset: Int { (number - 1) * size }

  /// What a facet is narrowed to, nothing when it is not.
  subscript(name: String) -> String? {
    facets.first { $0.facet.name == name && !$0.value.isEmpty }?.value
  }

  /// The rows of a whole list that are shown.
  func shown<Row>(of rows: [Row]) -> ArraySlice<Row> {
    rows.dropFirst(offset).prefix(size)
  }

  /// Writes the form that narrows the list and the ways to its other pages.
  func write(total: Int, to writer: inout XMLWriter, in visit: Visit) throws(XMLFault) {
    try writer.element(
      "list",
      [
        "path": path, "total": String(total), "number": String(number),
        "pages": String(max(1, (total + size - 1) / size)),
        "narrowed": facets.contains { !$0.value.isEmpty } ? "true" : nil,
        "previous": number > 1 ? address(of: number - 1) : nil,
        "next": number * size < total ? address(of: number + 1) : nil,
      ]
    ) { writer throws(XMLFault) in
      for (facet, value) in facets {
        try writer.element("facet", ["name": facet.name, "value": facet.options.isEmpty ? value : nil]) {
          writer throws(XMLFault) in
          guard !facet.options.isEmpty else { return }
          try writer.element("option", ["value": ""], text: visit.text("list.all"))
          for option in facet.options {
            try writer.element(
              "option", ["value": option.value, "selected": option.value == value ? "true" : nil],
              text: option.label)
          }
        }
      }
    }
  }

  private func address(of page: Int) -> String {
    let asked =
      facets.filter { !$0.value.isEmpty }.map { "\($0.facet.name)=\($0.value.percentCoded)" } + [
        "sida=\(page)"
      ]
    return "\(path)?\(asked.joined(separator: "&"))"
  }
}
