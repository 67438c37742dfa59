import Store

/// The secret behind the token that each form of a page carries.
public enum FormSecret {
  /// A new secret for a browser that holds none.
  public static func make() -> String {
    SessionToken(RandomSource.system.bytes(32)).text
  }

  /// The token for a secret, which does not give the secret away.
  public static func token(for secret: String) -> String {
    var digest = Digest("trygghetsregister form token 1")
    digest.add(secret)
    return SessionToken(digest.value()).text
  }
}
