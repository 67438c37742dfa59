import Documents
import Exchange
import HTTP
import Operations
import Register

// Files of a ring's contact person: occasions, rosters and attendance, with an answer to every row.
extension Visit {
  private static let ringKinds: [ImportKind] = [.attendance, .occasions, .rosters]

  var ringFileForm: PageForm {
    fileForm("ring-file", to: "/ring/fil", of: Visit.ringKinds)
  }

  func ringFilePage(_ form: PageForm, _ rows: UploadedRows? = nil) throws -> Response {
    _ = try account(.ringContact)
    return try page(
      "ring-import", status: form.isWrong ? .unprocessableContent : .ok, area: .ringContact,
      up: Visit.ringHome
    ) { writer in
      try rows?.write(to: &writer, in: self)
      try form.write(to: &writer)
      try UploadedRows.write(columnsOf: Visit.ringKinds, to: &writer)
    }
  }

  func importRingFile() throws -> Response {
    let registry = try registry(as: .ringContact)
    return try importing(ringFileForm, of: Visit.ringKinds, into: registry, page: ringFilePage)
  }

  /// A form that takes a file of one of some kinds.
  func fileForm(_ name: String, to action: String, of kinds: [ImportKind]) -> PageForm {
    PageForm(
      name, to: action,
      [
        .init(
          name: "what", kind: .choice("radio", kinds.map { ($0.rawValue, text("import.\($0.rawValue)")) }),
          values: kinds.prefix(1).map(\.rawValue)),
        .init(name: "file", kind: .input("file"), hint: "file", attributes: ["accept": ".csv,text/csv"]),
      ])
  }

  /// Takes in the file that was sent, and shows what came of it beside the form.
  func importing(
    _ empty: PageForm, of kinds: [ImportKind], into registry: Registry,
    page: (PageForm, UploadedRows?) throws -> Response
  ) throws -> Response {
    var form = empty.filled(by: self)
    do {
      guard let kind = field("what").flatMap(ImportKind.init), kinds.contains(kind) else {
        throw Refusal(.valueMissing, column: "what")
      }
      guard let file = request.form.files["file"] else { throw Refusal(.valueMissing, column: "file") }
      return try page(form, UploadedRows(file, as: kind, into: registry, telling: self))
    } catch let fault as FileFault {
      form.refuse(catalogue.text(fault.code.rawValue, catalogue.written(fault.facts)), at: "file")
      return try page(form, nil)
    } catch let refusal as Refusal where refusal.column != nil {
      try form.refuse(refusal, in: self)
      return try page(form, nil)
    }
  }
}
