import Identity
import Register
import Testing

/// A person with memberships, training and attendance, as a case tells it.
struct MemberFixture {
  struct Joined {
    let ring: String
    let days: String
    let isPrimary: Bool
    let household: String?
  }

  let key: String
  var number: String
  var memberships: [Joined] = []
  var training = ["2027-01-20–"]
  var bornOn: String?
  var deceasedOn: String?
  var level: IdentityLevel?
  var marks: [(occasion: String, mark: AttendanceMark)] = []

  /// A membership of a ring from a day, or from the ring's registration, on.
  func member(
    _ ring: String, from first: String = "2027-01-15", through last: String = "", primary: Bool = true,
    household: String? = nil
  ) -> MemberFixture {
    changing {
      $0.memberships.append(
        Joined(ring: ring, days: first + "–" + last, isPrimary: primary, household: household))
    }
  }

  func trained(_ days: String...) -> MemberFixture { changing { $0.training = days } }

  func untrained() -> MemberFixture { changing { $0.training = [] } }

  func died(_ day: String) -> MemberFixture { changing { $0.deceasedOn = day } }

  func level(_ level: IdentityLevel?) -> MemberFixture { changing { $0.level = level } }

  func present(_ keys: String...) -> MemberFixture { marking(keys, .present) }

  /// Present, attested by another member.
  func attested(_ keys: String...) -> MemberFixture { marking(keys, [.present, .attested]) }

  func excused(_ keys: String...) -> MemberFixture { marking(keys, .excused) }

  private func marking(_ keys: [String], _ mark: AttendanceMark) -> MemberFixture {
    changing { member in
      member.marks += keys.flatMap(expanded).map { ($0, mark) }
    }
  }

  private func changing(_ change: (inout MemberFixture) -> Void) -> MemberFixture {
    var member = self
    change(&member)
    return member
  }

  func facts() throws -> MemberFacts {
    let number = try IdentityNumber(parsing: number, on: try "2028-01-16".day)
    return MemberFacts(
      person: try Person.id(key), number: number, birthDate: try bornOn?.day ?? number.birthDate,
      deceasedOn: try deceasedOn?.day, identityLevel: level,
      training: DaySet(try training.map { try $0.days }))
  }
}

/// The occasions written as `A01–A03`, or one alone.
private func expanded(_ keys: String) -> [String] {
  let ends = keys.split(separator: "–").map(String.init)
  guard ends.count == 2, let first = Int(ends[0].filter(\.isNumber)),
    let last = Int(ends[1].filter(\.isNumber))
  else { return [keys] }
  let letters = ends[0].filter(\.isLetter)
  let isPadded = ends[0].contains("0") || first > 9
  return (first...last).map { letters + (isPadded && $0 < 10 ? "0\($0)" : "\($0)") }
}

extension Person {
  /// The register's own number of a person of a case, M01 1.
  static func id(_ key: String) throws -> PersonID {
    PersonID(Int64(try #require(Int(key.dropFirst()))))
  }
}

// The persons of the scenarios, with published test numbers.
extension MemberFixture {
  static let m01 = MemberFixture(key: "M01", number: "19850709-2388")
  static let m02 = MemberFixture(key: "M02", number: "19830101-2392")
  static let m03 = MemberFixture(key: "M03", number: "19840229-2380")
  static let m04 = MemberFixture(key: "M04", number: "19860101-2399")
  /// 18 on 2027-12-31.
  static let m05 = MemberFixture(key: "M05", number: "20091231-2394")
  /// 18 on 2028-01-01.
  static let m06 = MemberFixture(key: "M06", number: "20100101-2382")
  static let m07 = MemberFixture(key: "M07", number: "19440813-9089")
  /// With a coordination number.
  static let m08 = MemberFixture(key: "M08", number: "19850286-2397")
  static let m09 = MemberFixture(key: "M09", number: "19930412-2386")
  static let m10 = MemberFixture(key: "M10", number: "19791111-2394")
  static let m11 = MemberFixture(key: "M11", number: "19880517-2395")
  /// The contact person of all four rings.
  static let m12 = MemberFixture(key: "M12", number: "19750107-9292", training: ["2027-01-10–"])
}
