import Documents
import Foundation

/// A folder of templates that lives as long as the value that made it.
final class TemplateFolder {
  let url = FileManager.default.temporaryDirectory.appending(path: "templates-\(UUID().uuidString)")

  init(_ files: [String: String]) throws {
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    for (name, text) in files { try write(text, to: name) }
  }

  deinit {
    try? FileManager.default.removeItem(at: url)
  }

  var path: String { url.path(percentEncoded: false) }

  func write(_ text: String, to name: String) throws {
    let file = url.appending(path: name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }
}

/// A stylesheet with the declarations that every test needs.
func stylesheet(_ body: String) -> String {
  """
  <xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:exsl="http://exslt.org/common" xmlns:func="http://exslt.org/functions" xmlns:str="http://exslt.org/strings"
    xmlns:f="urn:trygghetsregister:functions:1"
    extension-element-prefixes="exsl func" exclude-result-prefixes="str f">
  <xsl:output method="xml" omit-xml-declaration="yes"/>
  \(body)
  </xsl:stylesheet>
  """
}

/// Compiles and runs one stylesheet on a document.
func transform(
  _ document: String = "<a/>", by body: String, parameters: [String: String] = [:],
  messages: MessageCatalogue = MessageCatalogue(language: .swedish)
) throws -> String {
  let folder = try TemplateFolder(["test.xsl": stylesheet(body)])
  let result = try TemplateSet(folders: [folder.path]).stylesheet("test.xsl")
    .transform(Array(document.utf8), messages: messages, parameters: parameters)
  return String(decoding: result, as: UTF8.self)
}

func parse(_ document: String) throws -> MarkupElement {
  try MarkupElement(parsing: Array(document.utf8), file: "test.xml")
}

/// The fault that a piece of work ends with, or nothing when it succeeds.
func fault(_ work: () throws -> Void) -> XMLFault? {
  do {
    try work()
    return nil
  } catch {
    return error as? XMLFault
  }
}
