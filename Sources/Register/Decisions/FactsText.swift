import Identity

// Names and values as text, written byte by byte where the text will stay: a run of the yearly decisions writes a
// million of them.
extension OutputSpan<UInt8> {
  /// Begins a value under a name.
  mutating func name(_ name: StaticString) {
    if !isEmpty { put(" ") }
    put(name)
    put("=")
  }

  mutating func put(_ text: StaticString) {
    withUnsafeMutableBufferPointer { buffer, count in
      let end = count + text.utf8CodeUnitCount
      _ = buffer[count..<end].update(
        fromContentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
      count = end
    }
  }

  mutating func put(_ text: String) {
    for byte in text.utf8 { append(byte) }
  }

  /// Adds a number, not negative, with zeros before it up to a count of digits.
  mutating func put(_ number: Int, digits: Int = 1) {
    if digits == 1, number < 10 { return append(UInt8(ascii: "0") + UInt8(number)) }
    if digits <= 2, number < 100 { return putPair(number) }
    var power = 1
    for _ in 1..<max(digits, 1) { power *= 10 }
    while number / power >= 10 { power *= 10 }
    while power > 0 {
      append(UInt8(ascii: "0") + UInt8(number / power % 10))
      power /= 10
    }
  }

  private mutating func putPair(_ number: Int) {
    append(UInt8(ascii: "0") + UInt8(number / 10))
    append(UInt8(ascii: "0") + UInt8(number % 10))
  }

  /// Adds a day as `2027-01-20`.
  mutating func put(_ day: LocalDate) {
    let (year, month, number) = day.components
    putPair(year / 100)
    putPair(year % 100)
    put("-")
    putPair(month)
    put("-")
    putPair(number)
  }

  /// Adds days as `2027-01-20..2027-12-31`, without an end that is not known.
  mutating func put(_ days: DayRange) {
    put(days.first)
    put("..")
    if !days.isOpen { put(days.last) }
  }

  /// Adds a ring as `TR-1280-0001`.
  mutating func put(_ ring: RingNumber) {
    put("TR-")
    put(ring.municipality.digits)
    put("-")
    put(ring.serial, digits: 4)
  }

  /// Adds two numbers as `9/12`.
  mutating func put(_ first: Int, of second: Int) {
    put(first)
    put("/")
    put(second)
  }

  mutating func put(_ name: StaticString, _ day: LocalDate?) {
    guard let day else { return }
    self.name(name)
    put(day)
  }

  mutating func put(_ name: StaticString, _ days: DayRange) {
    self.name(name)
    put(days)
  }

  mutating func put(_ name: StaticString, _ first: Int, of second: Int) {
    self.name(name)
    put(first, of: second)
  }
}
