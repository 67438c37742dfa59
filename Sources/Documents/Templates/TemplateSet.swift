import CSodium
import Foundation
import Synchronization

/// The templates in use: a user's own folder, if there is one, over the folder that is shipped.
///
/// A file that the first folder lacks is taken from the next. Each file is read once, so that what was digested is
/// what is compiled and shown, whatever happens in the folders meanwhile.
public final class TemplateSet: Sendable {
  private let folders: [String]
  private let files: Mutex<[String: [UInt8]]>
  private let stylesheets = Mutex<[String: Stylesheet]>([:])
  private let catalogues = Mutex<[Language: MessageCatalogue]>([:])
  private let computedDigest = Mutex<[UInt8]?>(nil)
  /// The kinds of documents that the set has rendered in every form.
  let triedKinds = Mutex<Set<String>>([])

  /// Whether a user's own files stand before those that come with the program.
  var isOverridden: Bool { folders.count > 1 }

  /// Makes a set of folders, the one to be asked first before the others; nothing is read yet.
  public init(folders: [String]) {
    self.folders = folders
    self.files = Mutex([:])
  }

  /// Makes a set of files that were taken from another and kept.
  public init(files: [String: [UInt8]]) {
    self.folders = []
    self.files = Mutex(files)
  }

  /// The bytes of a file of the set, such as `style/print.css`.
  public func contents(of name: String) throws(XMLFault) -> [UInt8] {
    if let known = files.withLock({ $0[name] }) { return known }
    guard TemplateAddress.isName(name), let read = read(name) else {
      throw XMLFault(.templateMissing, file: name)
    }
    return files.withLock { files in
      // Another thread may have been first; all must see the same bytes.
      let bytes = files[name] ?? read
      files[name] = bytes
      return bytes
    }
  }

  /// The stylesheet of that name, compiled on first use.
  public func stylesheet(_ name: String) throws(XMLFault) -> Stylesheet {
    if let known = stylesheets.withLock({ $0[name] }) { return known }
    let compiled = try Stylesheet(name, from: self)
    return stylesheets.withLock { stylesheets in
      let stylesheet = stylesheets[name] ?? compiled
      stylesheets[name] = stylesheet
      return stylesheet
    }
  }

  /// The messages of a language, from `i18n/sv.xml` or `i18n/en.xml`.
  public func messages(_ language: Language) throws(XMLFault) -> MessageCatalogue {
    if let known = catalogues.withLock({ $0[language] }) { return known }
    let file = "i18n/\(language.rawValue).xml"
    let catalogue = try MessageCatalogue(parsing: try contents(of: file), file: file)
    catalogues.withLock { $0[language] = catalogue }
    return catalogue
  }

  /// Renders a document: parses it, transforms it by a stylesheet of the set and serialises the result.
  ///
  /// The stylesheet gets the language as the parameter `language` beside those given.
  public func render(
    _ document: [UInt8], by stylesheet: String, in language: Language, parameters: [String: String] = [:]
  ) throws(XMLFault) -> [UInt8] {
    try self.stylesheet(stylesheet).transform(
      document, messages: try messages(language),
      parameters: parameters.merging(["language": language.rawValue]) { given, _ in given })
  }

  /// SHA-256 over the names and bytes of all files, 32 bytes: the identity of what documents are rendered with.
  ///
  /// Each name and each content counts with its length before it. Hidden files, and folders whose names begin with
  /// `__`, where interpreters keep what they compiled, are no part of the set.
  public func digest() throws(XMLFault) -> [UInt8] {
    if let known = computedDigest.withLock({ $0 }) { return known }
    var state = crypto_hash_sha256_state()
    crypto_hash_sha256_init(&state)
    for name in names().sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
      for part in [Array(name.utf8), try contents(of: name)] {
        let length = withUnsafeBytes(of: UInt64(part.count).bigEndian) { Array($0) }
        crypto_hash_sha256_update(&state, length, UInt64(length.count))
        crypto_hash_sha256_update(&state, part, UInt64(part.count))
      }
    }
    var digest = [UInt8](repeating: 0, count: Int(crypto_hash_sha256_BYTES))
    crypto_hash_sha256_final(&state, &digest)
    computedDigest.withLock { [digest] in $0 = digest }
    return digest
  }

  /// All files by their names, to be kept.
  public func allFiles() throws(XMLFault) -> [String: [UInt8]] {
    var all: [String: [UInt8]] = [:]
    for name in names() { all[name] = try contents(of: name) }
    return all
  }

  /// The names of all files, a file that stands in several folders once.
  public func names() -> Set<String> {
    // A set without folders is all read already.
    guard !folders.isEmpty else { return files.withLock { Set($0.keys) } }
    var names: Set<String> = []
    for folder in folders {
      guard let entries = FileManager.default.enumerator(atPath: folder) else { continue }
      while let name = entries.nextObject() as? String {
        let isFolder = entries.fileAttributes?[.type] as? FileAttributeType == .typeDirectory
        if isFolder, !TemplateAddress.isName(name) || name.split(separator: "/").last?.hasPrefix("__") == true
        {
          entries.skipDescendants()
        } else if !isFolder, TemplateAddress.isName(name) {
          names.insert(name)
        }
      }
    }
    return names
  }

  private func read(_ name: String) -> [UInt8]? {
    for folder in folders {
      if let data = FileManager.default.contents(atPath: folder + "/" + name) { return Array(data) }
    }
    return nil
  }
}
