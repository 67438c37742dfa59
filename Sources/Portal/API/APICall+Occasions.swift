import CommandLine
import HTTP
import Operations
import Register

extension APICall {
  /// The occasions of a ring, in a year or ever.
  func occasions() throws -> JSON {
    let year = try number("year", in: 1...9999)
    let occasions = try registry.listOccasions(of: try ring(), year: year)
    return try page(of: occasions, key: \.plan.key) { occasion in
      let plan = occasion.plan
      return [
        "occasion": .string(plan.key), "kind": .string(plan.kind.rawValue), "type": JSON(plan.type?.rawValue),
        "starts_at": .string("\(plan.startsAt)"), "ends_at": JSON(plan.endsAt.map { "\($0)" }),
        "called_on": .string("\(plan.calledOn)"), "called": .string(plan.called.rawValue),
        "status": JSON(plan.status?.rawValue), "police_present": plan.policePresent.map(JSON.bool) ?? .null,
      ]
    }
  }

  /// Who is called to an occasion and what is recorded of each.
  ///
  /// A program is never told who a member is: the alias is what it needs to record (decision C-97).
  func attendance() throws -> JSON {
    let listed = try registry.listAttendance(at: request.parameters["occasion"] ?? "")
    return [
      "items": .array(
        listed.map { entry in
          [
            "alias": JSON(entry.member.alias), "status": JSON(entry.status?.rawValue),
            "attested": .bool(entry.isAttested), "corrections": .integer(entry.corrections),
          ]
        }),
      "next": .null,
    ]
  }
}
