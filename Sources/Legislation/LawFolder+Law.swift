import Documents
import Foundation
import Register

extension LawFolder {
  /// Reads and checks the statutes and the proposals.
  ///
  /// - Throws: every fault of every file, each with its line.
  public func law() throws(LawFaults) -> Law {
    var faults: [LawFault] = []
    var statutes: [Statute] = []
    var catalogue: [CitedAct] = []
    var vocabulary = Vocabulary()
    var proposals: [Proposal] = []
    for root in valid("statutes", by: "statute", &faults) {
      collect(&faults) { _ throws(LawFault) in
        switch root.name {
        case "catalogue":
          catalogue += try taking { () throws(XMLFault) in try StatuteReading.catalogue(root) }
        case "vocabulary": vocabulary = try taking { () throws(XMLFault) in try Vocabulary(root) }
        default: statutes.append(try taking { () throws(XMLFault) in try StatuteReading.statute(root) })
        }
      }
    }
    for root in valid("proposals", by: "proposal", &faults) {
      collect(&faults) { _ throws(LawFault) in
        proposals.append(try taking { () throws(XMLFault) in try ProposalReading.proposal(root) })
      }
    }
    let law = Law(statutes: statutes, catalogue: catalogue, vocabulary: vocabulary, proposals: proposals)
    if faults.isEmpty { faults = law.proposalFaults }
    guard faults.isEmpty else { throw LawFaults(all: faults) }
    return law
  }

  /// Reads and checks the cost models, in the order of the areas.
  ///
  /// - Throws: every fault of every file, each with its line.
  public func costModels() throws(LawFaults) -> [CostModel] {
    var faults: [LawFault] = []
    var models: [CostModel] = []
    for root in valid("proposals/budgets", by: "budget", &faults) {
      collect(&faults) { _ throws(LawFault) in
        models.append(try taking { () throws(XMLFault) in try CostModel(root) })
      }
    }
    guard faults.isEmpty else { throw LawFaults(all: faults) }
    return models.sorted { $0.area.order < $1.area.order }
  }

  /// Reads and checks the plans of the programmes.
  func trainingPlans() throws(LawFaults) -> [TrainingPlan] {
    var reading = PlanReading()
    for root in valid("programmes", by: "programme", &reading.faults) {
      do throws(XMLFault) {
        try reading.read(root)
      } catch {
        reading.faults.append(LawFault(error))
      }
    }
    return try reading.finish(in: path + "/programmes")
  }

  /// The documents of a folder that are valid by a schema.
  private func valid(_ folder: String, by name: String, _ faults: inout [LawFault]) -> [MarkupElement] {
    var roots: [MarkupElement] = []
    collect(&faults) { faults throws(LawFault) in
      let schema = try self.schema(path + "/schemas/\(name).rng")
      for file in files(of: path + "/" + folder, faults: &faults) {
        collect(&faults) { faults throws(LawFault) in
          roots += [try valid(file, by: schema, &faults)].compactMap(\.self)
        }
      }
    }
    return roots
  }

  /// A document that is valid by a schema, or nothing and the faults.
  func valid(_ file: String, by name: String, _ faults: inout [LawFault]) throws(LawFault) -> MarkupElement? {
    try valid(file, by: try schema(path + "/schemas/\(name).rng"), &faults)
  }

  private func valid(
    _ file: String, by schema: RelaxNGSchema, _ faults: inout [LawFault]
  ) throws(LawFault) -> MarkupElement? {
    let bytes = try contents(of: file)
    let invalid = try taking { () throws(XMLFault) in try schema.validate(bytes, file: file) }
    faults += invalid.map { LawFault($0) }
    guard invalid.isEmpty else { return nil }
    return try taking { () throws(XMLFault) in try MarkupElement(parsing: bytes, file: file) }
  }

  private func schema(_ file: String) throws(LawFault) -> RelaxNGSchema {
    let bytes = try contents(of: file)
    return try taking { () throws(XMLFault) in try RelaxNGSchema(parsing: bytes, file: file) }
  }

  /// Runs a piece of reading and keeps its fault, so that all come out together.
  private func collect(_ faults: inout [LawFault], _ read: (inout [LawFault]) throws(LawFault) -> Void) {
    do throws(LawFault) { try read(&faults) } catch { faults.append(error) }
  }

  private func taking<Value>(_ read: () throws(XMLFault) -> Value) throws(LawFault) -> Value {
    do throws(XMLFault) { return try read() } catch { throw LawFault(error) }
  }
}
