public import Documents
public import Register
import Store

extension Registry {
  /// A certificate as an Open Badges 3.0 credential, a signed JWT.
  ///
  /// - Throws: `UNKNOWN_DOCUMENT`, also for a certificate that is not the actor's to see.
  public func badge(of number: DocumentNumber) throws -> [UInt8] {
    try read(.certificateShow, ActRecord(subject: number.description)) { connection, record in
      let certificate = try knownCertificate(number, in: connection)
      record.person = certificate.person
      guard let document = try connection.document(number) else {
        throw StoreError(.damaged, store.files.database)
      }
      let issuer = try badgeIssuer(connection)
      let badge = try Badge(document.xml, place: certificate.place, of: issuer)
      return Array(try badge.token(signedBy: issuer).text.utf8)
    }
  }

  /// The files that the web service shows to whoever checks badges: the register's keys, and what no longer holds.
  ///
  /// They name no person; a place in the list is a number that only the badge itself tells of.
  public func badgeFiles() throws -> [BadgeIssuer.File] {
    try look(.certificatePublish) { connection in
      let issuer = try badgeIssuer(connection)
      let ended = try connection.endedCertificates(on: today)
      return [
        try issuer.document(),
        try BadgeStatusList(ended: ended.places, count: ended.count).file(of: issuer, at: now),
      ]
    }
  }

  private func badgeIssuer(_ connection: Connection) throws -> BadgeIssuer {
    let key = try store.signingKey()
    let earlier = try connection.sealKeys().map(\.key).filter { $0 != key.publicKey }
    return BadgeIssuer(
      service: try connection.serviceAddress(), name: try connection.setting("name") ?? RegisterKeeper().name,
      keys: ([key.publicKey] + earlier).map(\.bytes), sign: key.signature)
  }
}
