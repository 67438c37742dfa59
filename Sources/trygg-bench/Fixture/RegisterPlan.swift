import Identity
import Register

/// What a generated register holds, person by person, the same in every run.
///
/// Persons, rings and occasions are numbered from 0 here and from 1 in the register, in the same order.
struct RegisterPlan {
  static let membersPerRing = 50
  static let appliedOn = LocalDate.firstDay(of: 2027).adding(days: 10)
  static let now = "2027-12-01T12:00"

  let rings: Int
  let occasionsPerRing: Int

  /// Whether every member has had the ring training, and not only one person who may be asked to be contact person.
  var isTrained = false

  var memberCount: Int { rings * RegisterPlan.membersPerRing }
  var occasionCount: Int { rings * occasionsPerRing }
  var attendanceCount: Int { occasionCount * RegisterPlan.membersPerRing }

  func ringNumber(_ ring: Int) -> RingNumber {
    let places = MunicipalityCode.all
    return RingNumber(municipality: places[ring % places.count], serial: ring / places.count + 1)
  }

  func occasionKey(_ occasion: Int) -> String { "B\(occasion)" }

  func ring(ofOccasion occasion: Int) -> Int { occasion / occasionsPerRing }

  /// The first persons are members, ring by ring, the contact person first; the trainer comes after all members.
  var trainer: Int { memberCount }

  /// Persons from here on are not in the register.
  var firstStranger: Int { memberCount + 1 }

  /// The number of a person, with a birth number from 980 on, which only test data have.
  static func number(ofPerson person: Int) throws -> IdentityNumber {
    let birth = LocalDate.firstDay(of: 1870).adding(days: person / 20).components
    let day = Int64(birth.year * 10_000 + birth.month * 100 + birth.day)
    let digits = day * 1_000 + Int64(980 + person % 20)
    return try IdentityNumber(stored: digits * 10 + Int64(Luhn.checkDigit(after: digits % 1_000_000_000)))
  }

  static func name(ofPerson person: Int) -> (given: String, family: String) {
    let given = [
      "Eva", "Karl", "Åsa", "Nils", "Fatima", "Lars-Erik", "Inger", "Omar", "Siv", "Göran", "Lisa",
    ]
    let family = ["Ek", "Lind", "Ahmadi", "Öberg", "Johansson", "Kowalska", "Håkansson"]
    return (given[person % given.count], family[person % family.count])
  }
}
