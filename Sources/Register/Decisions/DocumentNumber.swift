import Identity

/// The number of a decision or another document, such as `2028-000001-7` (decision C-52).
public struct DocumentNumber: Hashable, Sendable {
  /// The year of issue.
  public let year: Int

  /// The running number within the year, from 1.
  public let serial: Int

  /// Numbers a document.
  public init(year: Int, serial: Int) {
    self.year = year
    self.serial = serial
  }

  /// Reads `2028-000001-7`, with at least six digits in the middle and the right check digit.
  public init?(_ text: some StringProtocol) {
    // A number beyond any that is given would not fit the arithmetic of its check digit.
    guard text.utf8.count <= 18 else { return nil }
    // Digit by digit: whatever is read of a document comes through here.
    var part = 0
    var lengths: InlineArray<3, Int> = [0, 0, 0]
    var values: InlineArray<3, Int> = [0, 0, 0]
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        lengths[part] += 1
        values[part] = values[part] * 10 + Int(byte - UInt8(ascii: "0"))
      case UInt8(ascii: "-") where part < 2: part += 1
      default: return nil
      }
    }
    guard lengths[0] == 4, lengths[1] >= 6, lengths[2] == 1, values[1] > 0 else { return nil }
    self.init(year: values[0], serial: values[1])
    guard values[2] == checkDigit else { return nil }
  }

  private var checkDigit: Int {
    var power: Int64 = 1_000_000
    while power <= serial { power *= 10 }
    return Luhn.checkDigit(after: Int64(year) * power + Int64(serial))
  }
}

extension DocumentNumber: CustomStringConvertible {
  /// The number as `2028-000001-7`.
  public var description: String {
    // Up to fifteen bytes a string needs no memory of its own, and a run writes a million of them.
    String(unsafeUninitializedCapacity: serial < 100_000_000 ? 15 : 48) { buffer in
      var text = OutputSpan(buffer: buffer, initializedCount: 0)
      text.put(year)
      text.put("-")
      text.put(serial, digits: 6)
      text.put("-")
      text.put(checkDigit)
      return text.finalize(for: buffer)
    }
  }
}

extension DocumentNumber: Comparable {
  /// Orders documents as they were numbered.
  public static func < (left: DocumentNumber, right: DocumentNumber) -> Bool {
    (left.year, left.serial) < (right.year, right.serial)
  }
}
