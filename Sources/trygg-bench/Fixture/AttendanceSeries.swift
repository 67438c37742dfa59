import Exchange
import Register

/// The attendance of a generated register as one long series, occasion by occasion and ring by ring.
struct AttendanceSeries {
  let plan: RegisterPlan

  /// An entry by the register's own numbers.
  subscript(index: Int) -> AttendanceEntry {
    let occasion = index / RegisterPlan.membersPerRing
    let place = index % RegisterPlan.membersPerRing
    let first = plan.ring(ofOccasion: occasion) * RegisterPlan.membersPerRing
    // Of ten neighbours and ten occasions seven are present on average, one is excused and two are absent; who comes to
    // nine of ten and who to every second one differs. The contact person's own presence is attested by one of another
    // household (decision C-64).
    let chance = (occasion * 7 + place * 3) % 10
    let status: AttendanceStatus =
      place == 0 || chance < 9 - 2 * (place % 3) ? .present : chance == 9 ? .excused : .absent
    return AttendanceEntry(
      occasion: OccasionID(Int64(occasion + 1)), person: PersonID(Int64(first + place + 1)), status: status,
      attestedBy: place == 0 ? PersonID(Int64(first + 3)) : nil)
  }

  /// Writes the first entries as a file to import.
  func write(first count: Int, to path: String) throws {
    let writer = try CSVWriter(to: OutputFile(replacing: path), layout: AttendanceRow.layout)
    for index in 0..<count {
      let entry = self[index]
      try writer.write(
        AttendanceRow(
          occasion: plan.occasionKey(Int(entry.occasion.value) - 1),
          member: .number(try RegisterPlan.number(ofPerson: Int(entry.person.value) - 1)),
          status: entry.status,
          attestedBy: try entry.attestedBy.map { try RegisterPlan.number(ofPerson: Int($0.value) - 1) }))
    }
    try writer.commit()
  }
}
