import CommandLine
import Identity
import Legislation
import Register

/// `law diff`: what differs between a proposal as it is shipped, or in one folder, and in another.
enum LawComparing {
  private static let old = Argument.required(
    Text(sv: "äldre", en: "older"), .existingFolder,
    help: Text(sv: "Mappen med den äldre versionen.", en: "The folder with the older version."))
  private static let new = Argument.required(
    Text(sv: "nyare", en: "newer"), .existingFolder,
    help: Text(sv: "Mappen med den nyare versionen.", en: "The folder with the newer version."))
  private static let proposals = Argument.repeated(
    Text(sv: "förslag", en: "proposal"), .text,
    help: Text(sv: "Förslag eller område; annars alla.", en: "A proposal or area; else all."))

  static let command = Command.act(
    "diff",
    abstract: Text(
      sv: "Visa vad som skiljer två versioner av förslag.", en: "Show what differs between two versions."),
    discussion: Text(
      sv: "Varje version är en mapp som Legal. Ord som utgår står i [-…-], ord som tillkommer i {+…+}.",
      en: "Each version is a folder like Legal. Words that go stand in [-…-], words that come in {+…+}."),
    parameters: [old, new, proposals, LawCommands.commencement],
    examples: ["trygg law diff Legal mitt-utkast TR-R1"]
  ) { session in
    let invocation = session.invocation
    let (older, newer) = (LawFolder(invocation[old]), LawFolder(invocation[new]))
    let (before, after) = (try older.law(), try newer.law())
    let settings = try [older, newer].map { folder in
      let parameters = try folder.parameters()
      return DraftSetting(
        parameters: parameters,
        commencement: invocation[LawCommands.commencement] ?? parameters.commencement ?? session.now.day)
    }
    var found: [(id: String, change: ProposalDifference.Change)] = []
    for proposal in try session.proposals(invocation[proposals], of: after) {
      guard let earlier = before.proposals(named: proposal.id)?.first else { continue }
      let difference = try ProposalDifference(
        from: earlier, in: before, settings[0], to: proposal, in: after, settings[1])
      found += difference.changes.map { (proposal.id, $0) }
    }
    try session.answer([
      "changes": .array(
        found.map { id, change in
          ["id": .string(id), "place": .string(change.place), "text": .string(change.marked)]
        })
    ]) {
      for (id, change) in found { try session.print("\(id), \(change.place): \(change.marked)") }
      if found.isEmpty { try session.print(session.say(sv: "Ingen skillnad.", en: "No difference.")) }
    }
  }
}
