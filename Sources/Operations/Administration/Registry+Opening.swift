public import Identity
public import Register
import Store

/// Who keeps the register, as the control file names it (decision C-90).
public struct RegisterKeeper: Hashable, Sendable {
  /// Field 201; nothing means Skatteverket.
  public var organisation: OrganisationNumber?
  /// Field 202.
  public var name = "Skatteverket"
  /// The contact of the control file.
  public var contact = "Registerenheten"
  /// The contact's telephone.
  public var phone = "0771-567 567"
  /// The contact's e-mail.
  public var email = "trygghetsregistret@example.se"

  /// Where letters to the keeper are sent, on one line.
  public var postalAddress = "171\u{A0}94 Solna"

  /// Where the web service of the register answers; documents point there for whoever checks them.
  public var address = ServiceAddress.proposed

  /// The organisation number of Skatteverket.
  static let defaultOrganisation = "202100-5448"

  /// Names Skatteverket.
  public init() {}
}

extension Registry {
  /// Makes a new register.
  public init(
    creatingFile path: String, keptBy keeper: RegisterKeeper, parameters: Parameters, actor: String,
    now: Moment
  ) throws {
    let store = try tellingFaults(of: path) {
      try Database.create(path: path, schema: .register, random: .system)
    }
    try self.init(store, parameters: parameters, actor: actor, now: now)
    try write(.registerCreate) { transaction in
      let settings = [
        "organisation": keeper.organisation?.tenDigits
          ?? RegisterKeeper.defaultOrganisation.filter(\.isNumber),
        "name": keeper.name, "contact": keeper.contact, "phone": keeper.phone, "email": keeper.email,
        "postal_address": keeper.postalAddress,
        "address": keeper.address.text,
      ]
      for (key, value) in settings.sorted(by: { $0.key < $1.key }) {
        try transaction.connection.insertSetting(key, value, entry: transaction.entry)
      }
      try transaction.connection.noteSealKey(
        try store.signingKey().publicKey, on: today, entry: transaction.entry)
    }
  }

  /// Opens a register that exists.
  ///
  /// - Parameter patience: How long a write waits for others; a service has less of it than a command.
  public init(
    openingFile path: String, parameters: Parameters, actor: String, now: Moment,
    patience: Duration = .seconds(30)
  ) throws {
    self = try tellingFaults(of: path) {
      try Registry(
        Database(path: path, schema: .register, patience: patience), parameters: parameters, actor: actor,
        now: now)
    }
  }

  /// Who keeps the register, as letters say it.
  public func keeperName() throws -> String {
    try tellingFaults(of: store.files.database) {
      try store.read { connection in try connection.keeperName() }
    }
  }

  /// Looks whether the file is sound before it is served.
  ///
  /// - Throws: `REGISTER_DAMAGED`.
  public func checkFile() throws {
    try tellingFaults(of: store.files.database) { try store.quickCheck() }
  }
}

extension Connection {
  /// Who keeps the register, as letters say it.
  func keeperName() throws -> String {
    try setting("name") ?? RegisterKeeper().name
  }

  /// Where the web service of the register answers.
  func serviceAddress() throws -> ServiceAddress {
    try setting("address").flatMap { ServiceAddress($0) } ?? .proposed
  }
}
