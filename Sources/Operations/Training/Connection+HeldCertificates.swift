import Identity
import Register
import Store

extension Connection {
  /// A person's certificates of a programme, as the rules of entry and supervision ask for them.
  func heldCertificates(of person: PersonID, in programme: Programme) throws -> [HeldCertificate] {
    []
  }
}
