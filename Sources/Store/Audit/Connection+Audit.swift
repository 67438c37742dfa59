public import Register

extension Connection {
  /// Adds an entry to the audit log within the caller's transaction.
  ///
  /// - Throws: `auditCut` when the log ends before its signed head, since going on would hide that.
  @discardableResult
  public func audit(_ entry: AuditEntry, random: RandomSource) throws(StoreError) -> EntryNumber {
    let salt = entry.personal.map { _ in random.bytes(AuditEntry.Personal.saltLength) }
    let personalDigest = salt.flatMap { salt in entry.personal?.digest(salt: salt) }
    let last = try currentTip()
    let tip = last.followed(by: entry, personalDigest: personalDigest)
    try run(
      "INSERT INTO audit_entry VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)", tip.number,
      entry.at,
      entry.actor, entry.role, entry.act, entry.outcome, entry.subject, entry.detail, entry.rowsDigest,
      personalDigest, last.hash, tip.hash)
    if let personal = entry.personal, let salt {
      try run(
        "INSERT INTO audit_personal(entry, person, salt, value) VALUES (?1, ?2, ?3, ?4)", tip.number,
        personal.person, salt, personal.value)
    }
    auditTip = tip
    return tip.number
  }

  /// Destroys what entries say about persons, and adds the entry that orders it.
  ///
  /// Only retention calls this (decision C-99). Entries that say nothing about a person, or no longer do, are
  /// passed over.
  @discardableResult
  public func redact(
    _ numbers: [EntryNumber], by entry: (_ rowsDigest: [UInt8]) -> AuditEntry, random: RandomSource
  ) throws(StoreError) -> EntryNumber {
    var standing: [EntryNumber] = []
    for number in Set(numbers).sorted() {
      let found = try value("SELECT entry FROM audit_personal WHERE entry = ?1", number, as: EntryNumber.self)
      if let found { standing.append(found) }
    }
    let order = try audit(entry(Redaction.digest(of: standing)), random: random)
    for number in standing {
      try run("INSERT INTO audit_redaction(entry, ordered_by) VALUES (?1, ?2)", number, order)
      try run("DELETE FROM audit_personal WHERE entry = ?1", number)
    }
    return order
  }

  /// The last entry of the log.
  func lastTip() throws(StoreError) -> AuditTip {
    guard let number = try value("SELECT max(number) FROM audit_entry", as: Int64?.self) ?? nil,
      let hash = try value("SELECT hash FROM audit_entry WHERE number = ?1", number, as: [UInt8].self)
    else { return .empty }
    return AuditTip(number: number, hash: hash)
  }

  /// The hash of the last entry that changed what the register says, by which one state of it is told from every other.
  public func lastWrite() throws(StoreError) -> [UInt8] {
    try value(
      """
      SELECT hash FROM audit_entry WHERE outcome = 'done' AND act NOT IN ('sign-in', 'sign-out')
      ORDER BY number DESC LIMIT 1
      """) ?? []
  }

  private func currentTip() throws(StoreError) -> AuditTip {
    if let auditTip { return auditTip }
    return try soundTip()
  }

  /// The last entry of a log that still holds the entry its head was signed for.
  private func soundTip() throws(StoreError) -> AuditTip {
    let last = try lastTip()
    let head = try AuditHead(contentsOf: RegisterFiles(path).head).tip
    if head == last || head == .empty { return last }
    let hash = try value("SELECT hash FROM audit_entry WHERE number = ?1", head.number, as: [UInt8].self)
    guard hash == head.hash else { throw StoreError(.auditCut, "entry \(head.number)") }
    return last
  }
}

/// The entries whose personal words one retention run destroyed.
enum Redaction {
  /// The digest in the entry that ordered it, over the numbers in rising order.
  static func digest(of numbers: [EntryNumber]) -> [UInt8] {
    var digest = begin()
    for number in numbers { digest.add(number) }
    return digest.value()
  }

  static func begin() -> Digest { Digest("trygghetsregister redaction 1") }
}

extension Connection {
  /// The number that the next entry of the log will have, for the rows that it is to cover.
  public func nextEntryNumber() throws(StoreError) -> EntryNumber {
    if let auditTip { return auditTip.number + 1 }
    return try lastTip().number + 1
  }
}
