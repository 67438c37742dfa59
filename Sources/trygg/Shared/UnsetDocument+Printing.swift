import CommandLine
import Documents
import Operations
import Register

extension Session {
  /// Names the documents that could not be set as PDF, each with its reason, and gives the exit code of the run.
  func tell(_ unset: [UnsetDocument]) -> ExitCode {
    for one in unset {
      let sentence = wording.sentence(
        code: one.fault.code.rawValue, facts: one.fault.facts.mapValues(Fact.text))
      invocation.output.note(paragraph: "\(one.number): \(sentence)")
    }
    return unset.isEmpty ? .done : .partial
  }
}

extension UnsetDocument {
  /// The document and its fault by their codes.
  var json: JSON { ["document": .string("\(number)"), "code": .string(fault.code.rawValue)] }
}
