extension String {
  /// The columns that the text takes on a terminal.
  var displayWidth: Int {
    isPlain ? utf8.count : reduce(0) { $0 + $1.displayWidth }
  }

  /// The text without line ends and without characters that steer a terminal or turn the direction of writing.
  ///
  /// Line ends and tabs become spaces, the others `�`. Tables, listings and this module's messages use it by
  /// themselves.
  public var printable: String {
    // Of the characters above ASCII, only those that begin with these two bytes can steer.
    if utf8.allSatisfy({ (0x20..<0x7F).contains($0) || $0 >= 0x80 && $0 != 0xC2 && $0 != 0xE2 }) {
      return self
    }
    var result = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      switch scalar.value {
      case 0x09, 0x0A, 0x0D, 0x2028, 0x2029: result.append(" ")
      case ..<0x20, 0x7F..<0xA0, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: result.append("\u{FFFD}")
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// The text cut to a number of columns, its last one `…` when something is missing.
  func shortened(to width: Int) -> String {
    guard displayWidth > width else { return self }
    guard width > 0 else { return "" }
    var result = ""
    var room = width - 1
    for character in self {
      room -= character.displayWidth
      if room < 0 { break }
      result.append(character)
    }
    return result + "…"
  }

  /// The text with spaces after or before it, to a number of columns.
  func padded(to width: Int, onTheLeft: Bool = false) -> String {
    let space = String(repeating: " ", count: Swift.max(0, width - displayWidth))
    return onTheLeft ? space + self : self + space
  }

  private var isPlain: Bool {
    utf8.allSatisfy { (0x20..<0x7F).contains($0) }
  }
}

extension Character {
  /// The columns that the character takes on a terminal: none, one or two.
  ///
  /// The widest of its scalars counts, since marks and joiners take no room of their own.
  fileprivate var displayWidth: Int {
    unicodeScalars.reduce(0) { Swift.max($0, $1.displayWidth) }
  }
}

extension Unicode.Scalar {
  fileprivate var displayWidth: Int {
    if value < 0x300 { return value < 0x20 || (0x7F..<0xA0).contains(value) || value == 0xAD ? 0 : 1 }
    if value == 0xFE0F { return 2 }
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    default: return properties.isEmojiPresentation || isEastAsianWide ? 2 : 1
    }
  }

  /// Tells whether Unicode Standard Annex 11 counts the character as wide or fullwidth, emoji apart.
  private var isEastAsianWide: Bool {
    switch value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x4DBF, 0x4E00...0xA4CF, 0xA960...0xA97C,
      0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6,
      0x1F1E6...0x1F1FF, 0x20000...0x3FFFD:
      true
    default: false
    }
  }
}
