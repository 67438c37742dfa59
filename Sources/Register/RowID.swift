public import Identity

/// The register's own number of a record, typed by what it numbers.
///
/// It survives a changed identity number and says nothing about a person.
public struct RowID<Of>: Hashable, Comparable, Sendable {
  /// The number, from 1.
  public let value: Int64

  /// Names the record with that number.
  public init(_ value: Int64) {
    self.value = value
  }

  /// Orders records by when they were entered.
  public static func < (left: RowID, right: RowID) -> Bool {
    left.value < right.value
  }
}

/// The register's own number of a person.
public typealias PersonID = RowID<Person>

/// The register's own number of a ring.
public typealias RingID = RowID<Ring>

/// The register's own number of an occasion.
public typealias OccasionID = RowID<Occasion>

/// The register's own number of a training provider.
public typealias ProviderID = RowID<OrganisationNumber>

/// The number of an entry in the audit log.
public typealias EntryNumber = Int64
