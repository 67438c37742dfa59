import Documents
public import Identity
public import Register

extension LawFolder {
  /// Reads and checks the table of letters, `letters.xml`, against the acts in force on a day.
  ///
  /// - Throws: every fault, each with its line: a letter or a text that is missing, a fact that no letter knows, an act
  ///   that is unknown or repealed.
  public func letters(under parameters: Parameters, on today: LocalDate) throws(LawFaults) -> LetterBook {
    let law = try self.law()
    let commencement = parameters.commencement ?? today
    var reading = LetterReading(law, commencement: commencement, on: today)
    var book: LetterBook?
    var faults: [LawFault] = []
    do throws(LawFault) {
      let root = try valid(path + "/letters.xml", by: "letters", &faults)
      book = try root.map { root throws(LawFault) in
        do throws(XMLFault) { return try reading.book(root) } catch { throw LawFault(error) }
      }
    } catch { faults.append(error) }
    faults += reading.faults
    guard faults.isEmpty, let book else { throw LawFaults(all: faults) }
    return book
  }
}
