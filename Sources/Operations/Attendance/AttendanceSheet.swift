import Register
import Store

/// An occasion with what has been recorded of it, kept at hand while more is recorded.
///
/// It holds true within one transaction, as long as every entry goes through it.
final class AttendanceSheet {
  let occasion: Occasion
  private let connection: Connection
  private var roster: Set<PersonID>
  private var entries: [PersonID: StoredAttendance]

  /// Reads the sheet of an occasion.
  init(of occasion: Occasion, from connection: Connection) throws {
    self.occasion = occasion
    self.connection = connection
    self.roster = occasion.plan.called == .roster ? try connection.roster(of: occasion.id) : []
    self.entries = Dictionary(
      uniqueKeysWithValues: try connection.attendance(at: occasion.id).map { ($0.entry.person, $0) })
  }

  /// Tells whether a person is named on the roster.
  func isOnRoster(_ person: PersonID) -> Bool {
    !roster.isEmpty && roster.contains(person)
  }

  /// Names a person on the roster.
  func insert(_ person: PersonID, entry: EntryNumber) throws {
    try connection.insertRoster(person, of: occasion.id, entry: entry)
    roster.insert(person)
  }

  /// The entry that counts for a person.
  subscript(person: PersonID) -> StoredAttendance? { entries[person] }

  /// Records an entry, as the first or as a correction of the one that stands.
  func record(_ attendance: AttendanceEntry, after standing: StoredAttendance?, entry: EntryNumber) throws {
    let version = (standing?.version ?? 0) + 1
    try connection.insertAttendance(attendance, version: version, entry: entry)
    entries[attendance.person] = StoredAttendance(entry: attendance, version: version, audit: entry)
  }
}
