/// One of the 21 counties; the raw value is the county code, the first two digits of a municipality code.
public enum County: UInt8, CaseIterable, Sendable {
  /// Stockholms län.
  case stockholm = 1
  /// Uppsala län.
  case uppsala = 3
  /// Södermanlands län.
  case sodermanland = 4
  /// Östergötlands län.
  case ostergotland = 5
  /// Jönköpings län.
  case jonkoping = 6
  /// Kronobergs län.
  case kronoberg = 7
  /// Kalmar län.
  case kalmar = 8
  /// Gotlands län.
  case gotland = 9
  /// Blekinge län.
  case blekinge = 10
  /// Skåne län.
  case skane = 12
  /// Hallands län.
  case halland = 13
  /// Västra Götalands län.
  case vastraGotaland = 14
  /// Värmlands län.
  case varmland = 17
  /// Örebro län.
  case orebro = 18
  /// Västmanlands län.
  case vastmanland = 19
  /// Dalarnas län.
  case dalarna = 20
  /// Gävleborgs län.
  case gavleborg = 21
  /// Västernorrlands län.
  case vasternorrland = 22
  /// Jämtlands län.
  case jamtland = 23
  /// Västerbottens län.
  case vasterbotten = 24
  /// Norrbottens län.
  case norrbotten = 25

  /// The code as written, `01`.
  public var digits: String { rawValue < 10 ? "0\(rawValue)" : "\(rawValue)" }

  /// The name in full, `Stockholms län`.
  public var name: String {
    switch self {
    case .stockholm: "Stockholms län"
    case .uppsala: "Uppsala län"
    case .sodermanland: "Södermanlands län"
    case .ostergotland: "Östergötlands län"
    case .jonkoping: "Jönköpings län"
    case .kronoberg: "Kronobergs län"
    case .kalmar: "Kalmar län"
    case .gotland: "Gotlands län"
    case .blekinge: "Blekinge län"
    case .skane: "Skåne län"
    case .halland: "Hallands län"
    case .vastraGotaland: "Västra Götalands län"
    case .varmland: "Värmlands län"
    case .orebro: "Örebro län"
    case .vastmanland: "Västmanlands län"
    case .dalarna: "Dalarnas län"
    case .gavleborg: "Gävleborgs län"
    case .vasternorrland: "Västernorrlands län"
    case .jamtland: "Jämtlands län"
    case .vasterbotten: "Västerbottens län"
    case .norrbotten: "Norrbottens län"
    }
  }
}
