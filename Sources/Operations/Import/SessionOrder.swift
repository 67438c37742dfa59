import Exchange
import Identity
import Register

/// The order in which the sessions of a file are taken: by start, then by reference (decision C-91).
///
/// Which of two sessions that share time is refused must not hang on the order of the rows. Only the place of each row
/// is kept, 24 bytes, and a file that is in order already is read as it comes.
struct SessionOrder {
  private struct Entry {
    let startsAt: Moment
    let place: RecordPlace
  }

  private var entries: [Entry] = []
  private var isInOrder = true

  /// Finds the order of a file's rows; nothing means that of the file.
  static func places(in file: CSVFile, on today: LocalDate) throws -> [RecordPlace]? {
    var order = SessionOrder()
    try order.gather(from: file, on: today)
    guard !order.isInOrder else { return nil }
    try order.sort(file, on: today)
    return order.entries.map(\.place)
  }

  private mutating func gather(from file: CSVFile, on today: LocalDate) throws {
    entries.reserveCapacity(file.recordCount)
    var last: (startsAt: Moment, reference: String)?
    try file.forEachRecord { record in
      // A row that cannot be read is refused wherever it stands.
      guard let key = SessionRow.order(of: record, on: today) else {
        entries.append(Entry(startsAt: last?.startsAt ?? Moment(seconds: .min), place: record.place))
        return
      }
      if let last, key < last { isInOrder = false }
      last = key
      entries.append(Entry(startsAt: key.startsAt, place: record.place))
    }
  }

  /// Sorts by start, and reads the references of those rows alone that begin at the same time.
  private mutating func sort(_ file: CSVFile, on today: LocalDate) throws {
    entries.sort { ($0.startsAt, $0.place.offset) < ($1.startsAt, $1.place.offset) }
    let ties = tiedRanges()
    let records = try file.records(at: ties.flatMap { entries[$0].map(\.place) })
    for range in ties {
      var tied: [(reference: String, entry: Entry)] = []
      for entry in entries[range] where try records.next() {
        let key = records.withRecord { record in SessionRow.order(of: record, on: today) }
        tied.append((key?.reference ?? "", entry))
      }
      tied.sort { $0.reference < $1.reference }
      entries.replaceSubrange(range, with: tied.map(\.entry))
    }
  }

  private func tiedRanges() -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var first = 0
    for index in entries.indices.dropFirst() where entries[index].startsAt != entries[first].startsAt {
      if index - first > 1 { ranges.append(first..<index) }
      first = index
    }
    if entries.count - first > 1 { ranges.append(first..<entries.count) }
    return ranges
  }
}
