import Exchange

/// A fault with the name of the file that it concerns, for whoever is to mend it.
struct FaultOfFile: Error {
  let path: String
  let fault: any Error
}

/// Runs a body and names the file in faults of reading or writing it.
func telling<Result>(_ path: String, _ body: () throws -> Result) throws -> Result {
  do {
    return try body()
  } catch let fault where fault is FileFault || fault is SystemFault {
    throw FaultOfFile(path: path, fault: fault)
  }
}
