import Identity

/// Names and values as text, built byte by byte: a run of the yearly decisions writes a million of them.
struct FactsText {
  private var bytes: [UInt8] = []

  init() {
    bytes.reserveCapacity(192)
  }

  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Begins a value under a name.
  mutating func name(_ name: StaticString) {
    if !bytes.isEmpty { put(" ") }
    put(name)
    put("=")
  }

  mutating func put(_ text: StaticString) {
    bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  mutating func put(_ text: String) {
    bytes.append(contentsOf: text.utf8)
  }

  /// Adds a number, not negative, with zeros before it up to a count of digits.
  mutating func put(_ number: Int, digits: Int = 1) {
    let start = bytes.count
    var rest = number
    repeat {
      bytes.append(UInt8(ascii: "0") + UInt8(rest % 10))
      rest /= 10
    } while rest > 0 || bytes.count - start < digits
    bytes[start...].reverse()
  }

  /// Adds a day as `2027-01-20`.
  mutating func put(_ day: LocalDate) {
    let (year, month, number) = day.components
    put(year, digits: 4)
    put("-")
    put(month, digits: 2)
    put("-")
    put(number, digits: 2)
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
}
