public import Register
import Store

extension Registry {
  /// Copies the register into a new file while others read and write it.
  ///
  /// The copy holds the entry that says it was made. The signing key is not part of it.
  ///
  /// - Parameter progress: Called now and then with how many pages are copied, of how many.
  public func backUp(to path: String, progress: (Int, Int) -> Void = { _, _ in }) throws {
    try authorise(.registerBackup, ActRecord())
    try log(.registerBackup, .read, ActRecord())
    try tellingFaults(of: path) { try store.backUp(to: path, progress: progress) }
  }

  /// Brings a backup back as the register at a path, in place of one that stands there only when told so.
  ///
  /// - Throws: `RegisterFault` when the backup is not sound or the register may not be replaced; `NOT_PERMITTED` for a
  ///   user of the register that stands there whose role may not replace it.
  public init(
    restoring backup: String, toFile path: String, replacing: Bool, parameters: Parameters, actor: String,
    now: Moment
  ) throws {
    if replacing,
      let standing = try? Registry(openingFile: path, parameters: parameters, actor: actor, now: now)
    {
      try standing.authorise(.registerRestore, ActRecord())
    }
    let store = try tellingFaults(of: backup) {
      try Database.restore(
        from: backup, to: path, replacing: replacing, schema: .register, random: .system)
    }
    try self.init(store, parameters: parameters, actor: actor, now: now)
    try tellingFaults(of: path) { try adoptKey() }
  }
}
