import Glibc

/// How many pages a file of our compiler holds.
public enum PDFPageCount {
  private static let root = Array("/Type/Pages/Count ".utf8)

  /// The count in the root of the page tree, which the compiler writes in one way; nothing for another file.
  public static func pages(in pdf: [UInt8]) -> Int? {
    pdf.withUnsafeBytes { bytes -> Int? in
      var rest = bytes[...]
      while let start = rest.baseAddress, let slash = memchr(start, 0x2F, rest.count) {
        rest = rest[(rest.startIndex + (UnsafeRawPointer(slash) - start))...]
        guard rest.starts(with: root) else {
          rest = rest.dropFirst()
          continue
        }
        let digits = rest.dropFirst(root.count).prefix { 0x30...0x39 ~= $0 }
        return digits.isEmpty ? nil : digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
      }
      return nil
    }
  }
}

extension Slice<UnsafeRawBufferPointer> {
  fileprivate var baseAddress: UnsafeRawPointer? {
    isEmpty ? nil : base.baseAddress?.advanced(by: startIndex)
  }
}
