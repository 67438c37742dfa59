/// How a run ended, by the numbers of `sysexits.h` where it has one.
public enum ExitCode: Int32, Sendable {
  /// Done, also when nothing had to be done.
  case done = 0

  /// Refused by a rule, or a check found a fault.
  case refused = 1

  /// Done in part.
  case partial = 2

  /// The command line is wrong, `EX_USAGE`.
  case usage = 64

  /// The input data is wrong and nothing is stored, `EX_DATAERR`.
  case data = 65

  /// An input file cannot be read, `EX_NOINPUT`.
  case noInput = 66

  /// A component is missing, `EX_UNAVAILABLE`.
  case unavailable = 69

  /// A fault of the program, `EX_SOFTWARE`.
  case software = 70

  /// An output cannot be written, `EX_IOERR`.
  case ioError = 74

  /// Busy, try again, `EX_TEMPFAIL`.
  case tempFail = 75

  /// The caller may not do this, `EX_NOPERM`.
  case noPermission = 77
}
