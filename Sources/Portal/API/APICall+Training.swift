import CommandLine
import HTTP
import Identity
import Operations
import Register

extension APICall {
  /// The sessions of the token's provider, or of the one that the query names.
  func sessions() throws -> JSON {
    let limit = try number("limit", in: 1...500, else: 100) ?? 100
    let after = try number("after", in: APICall.places)
    let listed = try registry.listSessions(ofProvider: try provider(), after: after ?? 0, limit: limit)
    return [
      "items": .array(listed.map(\.json)),
      "next": listed.count == limit ? JSON(listed.last.map { String($0.session.id) }) : .null,
    ]
  }

  private func provider() throws -> OrganisationNumber {
    guard let text = request.query["provider"] else {
      guard let own = holder.provider else { throw unnamed("provider") }
      return own
    }
    guard let number = try? OrganisationNumber(parsing: text) else {
      throw Refusal(.unknownProvider, column: "provider")
    }
    return number
  }

  /// How far the token's own person has come in a programme.
  func ownProgress() throws -> JSON {
    guard let programme = Programme(rawValue: request.parameters["programme"] ?? "") else {
      throw RequestFault(.notFound)
    }
    return try registry.trainingProgress(of: try ownNumber(), programme: programme).progress.json
  }

  /// How far a person has come in a programme.
  func progress(_ item: [String: String]) throws -> JSON {
    guard let code = item["programme"] else { throw Refusal(.valueMissing, column: "programme") }
    guard let programme = Programme(rawValue: code) else {
      throw Refusal(.unknownProgramme, ["programme": .text(code)], column: "programme")
    }
    return try registry.trainingProgress(of: try person(item), programme: programme).progress.json
  }
}

extension ListedSession {
  fileprivate var json: JSON {
    [
      "reference": .string(session.reference), "provider": .string(provider.number.hyphenated),
      "programme": .string(session.programme), "module": .string(session.module),
      "starts_at": .string("\(session.startsAt)"), "ends_at": .string("\(session.endsAt)"),
      "minutes": .integer(Moment.minutes(from: session.startsAt, to: session.endsAt)),
      "credited": .bool(notes.isEmpty), "notes": .array(notes.map { ["code": .string($0.code.rawValue)] }),
    ]
  }
}

extension TrainingProgress {
  /// The progress as the contract words it; a ring training requires no minutes of a single module.
  fileprivate var json: JSON {
    [
      "programme": .string(programme.rawValue), "creditedMinutes": .integer(creditedMinutes),
      "requiredMinutes": .integer(requiredMinutes), "complete": .bool(completedOn != nil),
      "completedOn": JSON(completedOn?.description),
      "modules": .array(
        modules.map { module in
          [
            "module": .string(module.code), "required": JSON(module.required),
            "recorded": .integer(module.recorded), "credited": .integer(module.credited),
            "missing": .integer(module.missing),
            "notes": .array(
              module.notes.map { ["code": .string($0.code.rawValue), "session": .string($0.session)] }),
          ]
        }),
    ]
  }
}
