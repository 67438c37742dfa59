import CommandLine
import Documents
import HTTP
import Operations
import Register

extension APICall {
  /// The own statements and letters, the latest first.
  func ownStatements() throws -> JSON {
    let documents = try registry.listDocuments(of: try ownNumber())
    return try page(of: documents, key: \.number.description, \.json)
  }

  /// The statements and letters of a person, the latest first.
  func statements(_ item: [String: String]) throws -> JSON {
    .array(try registry.listDocuments(of: try person(item)).map(\.json))
  }

  /// What is known of a statement.
  func statement() throws -> JSON {
    try registry.showDocument(try documentNumber()).json
  }

  /// A statement in one of its forms.
  func document() throws -> Response {
    guard let form = DocumentForm(rawValue: request.parameters["form"] ?? "") else {
      throw RequestFault(.notFound)
    }
    guard let renderer = api.renderers[language] else { throw RequestFault(.notFound) }
    let number = try documentNumber()
    let bytes = try registry.renderDocument(number, as: form, with: renderer)
    return Response(type: form.mediaType, bytes).adding(
      "Content-Disposition", "attachment; filename=\"\(number).\(form.suffix)\"")
  }

  /// The number that the path names.
  func documentNumber() throws -> DocumentNumber {
    guard let number = DocumentNumber(request.parameters["number"] ?? "") else {
      throw RequestFault(.notFound)
    }
    return number
  }
}

extension DocumentForm {
  /// The media type of a document in the form.
  fileprivate var mediaType: String {
    switch self {
    case .html: "application/xhtml+xml; charset=utf-8"
    case .xml: "application/xml; charset=utf-8"
    case .pdf: "application/pdf"
    case .text: "text/plain; charset=utf-8"
    }
  }
}

extension DocumentRecord {
  fileprivate var json: JSON {
    [
      "number": .string("\(number)"), "kind": .string(kind), "issuedOn": .string("\(issuedOn)"),
      "supersedes": JSON(supersedes.map { "\($0)" }), "inForce": JSON(inForce.map { "\($0)" }),
      "replaced": .bool(isReplaced),
    ]
  }
}
