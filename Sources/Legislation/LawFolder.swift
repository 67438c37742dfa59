import Documents
import Foundation
public import Register

/// The folder with the law data, `Legal/`, from which every rule takes its values.
public struct LawFolder: Hashable, Sendable {
  /// The path of the folder.
  public let path: String

  /// Names a folder without looking into it.
  public init(_ path: String) {
    self.path = path
  }

  /// Reads and checks the parameters and the plans of the programmes, all files of `parameters/` and `programmes/`.
  ///
  /// - Throws: every fault of every file; nothing is taken from a folder with a fault in it.
  public func parameters() throws(LawFaults) -> Parameters {
    let values = Result { () throws(LawFaults) in try parameterValues() }
    let plans = Result { () throws(LawFaults) in try trainingPlans() }
    if case .failure(let first) = values, case .failure(let others) = plans {
      throw LawFaults(all: first.all + others.all)
    }
    return Parameters(try values.get(), plans: try plans.get())
  }

  private func parameterValues() throws(LawFaults) -> [String: [Parameters.Dated]] {
    var reading = ParameterReading()
    let folder = path + "/parameters"
    for file in files(of: folder, faults: &reading.faults) {
      do throws(LawFault) {
        reading.read(try document(file))
      } catch {
        reading.faults.append(error)
      }
    }
    return try reading.finish(in: folder)
  }

  /// The XML files of a folder by name, so that faults always come in the same order.
  func files(of folder: String, faults: inout [LawFault]) -> [String] {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
      faults.append(LawFault(.unreadable, file: folder))
      return []
    }
    let files = names.filter { $0.hasSuffix(".xml") && !$0.hasPrefix(".") }.sorted()
    if files.isEmpty { faults.append(LawFault(.noFiles, file: folder)) }
    return files.map { folder + "/" + $0 }
  }

  private func document(_ file: String) throws(LawFault) -> MarkupElement {
    let bytes = try contents(of: file)
    do throws(XMLFault) {
      return try MarkupElement(parsing: bytes, file: file)
    } catch {
      throw LawFault(error)
    }
  }

  func contents(of file: String) throws(LawFault) -> [UInt8] {
    guard let bytes = FileManager.default.contents(atPath: file) else {
      throw LawFault(.unreadable, file: file)
    }
    return [UInt8](bytes)
  }
}
