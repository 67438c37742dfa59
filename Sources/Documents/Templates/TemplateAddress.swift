/// The name of a file in a template set, and the address libxslt knows it by.
///
/// Relative references between modules are resolved against an address of a scheme of our own, so that one that leads
/// out of the set (`../../x`, `/etc/x`, `file:`, `http:`) no longer begins with the prefix and is refused.
enum TemplateAddress {
  static let prefix = "template:/set/"

  /// Tells whether a name is a plain path within the set: no folder above, nothing hidden, no sign with a meaning.
  static func isName(_ name: some StringProtocol) -> Bool {
    name.split(separator: "/", omittingEmptySubsequences: false).allSatisfy { part in
      !part.isEmpty && part.first != "."
        && part.utf8.allSatisfy { byte in
          switch byte {
          case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"):
            true
          default: false
          }
        }
    }
  }

  /// The name behind an address, or nothing when it is not one of the set.
  static func name(from address: String) -> String? {
    guard address.hasPrefix(prefix) else { return nil }
    let name = address.dropFirst(prefix.count)
    return isName(name) ? String(name) : nil
  }
}
