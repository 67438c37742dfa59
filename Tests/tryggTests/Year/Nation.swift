import Foundation

/// Rings of fifty households with one member each, of whom fifteen are granted: AVD-29, as CSV files.
///
/// Everybody's number is made up, with a birth number from 980 on, which only test data have.
struct Nation {
  static let members = 50
  static let granted = 15
  let rings: Int

  private static let months = ["02", "03", "04", "05"]

  static func number(ofPerson person: Int) -> String {
    let day = person / 20
    let (year, month, date) = (1940 + day / 336, day / 28 % 12 + 1, day % 28 + 1)
    let nine = year % 100 * 10_000_000 + month * 100_000 + date * 1_000 + 980 + person % 20
    // The Luhn digit: every other digit from the right is doubled.
    var (sum, rest, weight) = (0, nine, 2)
    while rest > 0 {
      let product = rest % 10 * weight
      sum += product / 10 + product % 10
      (rest, weight) = (rest / 10, 3 - weight)
    }
    return "\(year / 100)" + String(repeating: "0", count: 9 - String(nine).count)
      + "\(nine)\((10 - sum % 10) % 10)"
  }

  static func number(ofRing ring: Int) -> String {
    "TR-1280-" + String(repeating: "0", count: max(0, 4 - String(ring + 1).count)) + String(ring + 1)
  }

  private var people: [(ring: Int, place: Int, number: String)] {
    (0..<rings).flatMap { ring in
      (0..<Nation.members).map { (ring, $0, Nation.number(ofPerson: ring * Nation.members + $0)) }
    }
  }

  /// The files in the order in which a new register takes them.
  var files: [(kind: String, lines: [String])] {
    let trainer = Nation.number(ofPerson: 1)
    return [
      (
        "persons",
        ["personnummer,given_name,family_name,street,postcode,city"]
          + people.map { "\($0.number),Kim,Granne,Ringgatan \($0.place + 1),211 20,Malmö" }
      ),
      ("providers", ["organisation_number,name,programme,valid_from", "2021005489,Skolan,TR,2027-01-01"]),
      ("trainers", ["personnummer,programme,valid_from", "\(trainer),TR,2027-01-01"]),
      (
        "sessions",
        ["reference,provider,programme,module,personnummer,starts_at,ends_at,trainer"]
          + people.filter { $0.place < Nation.granted }.flatMap { person in
            zip(["OBS", "DEE", "POL", "JUR"], 17...20).map { module, hour in
              "\(person.number)-\(module),2021005489,TR,\(module),\(person.number),2027-01-10T\(hour):00,"
                + "2027-01-10T\(hour + 1):00,\(trainer)"
            }
          }
      ),
      (
        "rings",
        [
          "ring,name,municipality,street,postcode,city,venue,contact,interested_households,active_households,"
            + "applied_on,registered_on"
        ]
          + (0..<rings).map {
            "\(Nation.number(ofRing: $0)),Ring \($0),1280,Gatan 1,211 20,Malmö,Skolan,"
              + "\(Nation.number(ofPerson: $0 * Nation.members)),50,15,2027-01-11,2027-01-15"
          }
      ),
      (
        "members",
        ["ring,personnummer,household,joined_on"]
          + people.map { "\(Nation.number(ofRing: $0.ring)),\($0.number),H\($0.place),2027-01-15" }
      ),
      (
        "occasions",
        ["occasion,ring,kind,starts_at,called_on,status"]
          + (0..<rings).flatMap { ring in
            Nation.months.map {
              "R\(ring)-\($0),\(Nation.number(ofRing: ring)),meeting,2027-\($0)-10T18:00,2027-01-20,held"
            }
          }
      ),
      (
        // Three of four meetings are exactly 75 per cent; the contact person's own presence is attested by a neighbour.
        "attendance",
        ["occasion,personnummer,status,attested_by"]
          + people.filter { $0.place < Nation.granted }.flatMap { person in
            Nation.months.prefix(3).map {
              "R\(person.ring)-\($0),\(person.number),present,"
                + (person.place == 0 ? Nation.number(ofPerson: person.ring * Nation.members + 1) : "")
            }
          }
      ),
    ]
  }
}
