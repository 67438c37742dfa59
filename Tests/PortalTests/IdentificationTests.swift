import Foundation
import Identity
import Register
import Testing

@testable import Portal

/// Answers of a provider that PyJWT signed: each way in which a token may be right, and each in which it is not.
struct IdentificationTests {
  struct Fixture: Decodable {
    let now: Int64
    let keys: [String: [String: String]]
    let tokens: [String: String]
  }

  static let fixture: Fixture = {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Fixtures/identification.json")
    guard let data = try? Data(contentsOf: file),
      let fixture = try? JSONDecoder().decode(Fixture.self, from: data)
    else { return Fixture(now: 0, keys: [:], tokens: [:]) }
    return fixture
  }()

  /// A provider that answers every code with one token and shows some of its keys.
  final class Provider: Sendable {
    let token: String
    let keys: [[String]]
    let asked = Counter()

    init(_ token: String, keys: [[String]] = [["rsa", "ec", "ed"]]) {
      (self.token, self.keys) = (token, keys)
    }

    func answer(_ address: String) throws -> [UInt8] {
      let answer: [String: Any]
      switch address {
      case "https://eid.example.se/.well-known/openid-configuration":
        answer = [
          "issuer": "https://eid.example.se", "authorization_endpoint": "https://eid.example.se/authorize",
          "token_endpoint": "https://eid.example.se/token", "jwks_uri": "https://eid.example.se/keys",
        ]
      case "https://eid.example.se/token": answer = ["id_token": token]
      default:
        let shown = keys[min(asked.next(), keys.count - 1)]
        answer = ["keys": shown.compactMap { IdentificationTests.fixture.keys[$0] }]
      }
      return [UInt8](try JSONSerialization.data(withJSONObject: answer))
    }
  }

  let now = Moment(seconds: fixture.now)

  func identification(_ provider: Provider) -> Identification {
    Identification(
      .init(
        name: "e-leg", issuer: "https://eid.example.se", client: "ringar", secret: nil,
        redirect: "https://ringar.example.se/logga-in/eid/svar"),
      random: { [UInt8](repeating: 7, count: 32) }, fetch: { address, _, _ in try provider.answer(address) })
  }

  /// The state of a sign-in that has begun.
  func begin(
    _ identification: Identification, browser: String = "browser", at moment: Moment? = nil
  ) throws -> String {
    let address = try identification.begin(browser: browser, target: "/mina-sidor", at: moment ?? now)
    let items = try #require(URLComponents(string: address)?.queryItems)
    #expect(items.first { $0.name == "code_challenge_method" }?.value == "S256")
    return try #require(items.first { $0.name == "state" }?.value)
  }

  @Test(
    "A token that is right names the person, by any of the usual signatures",
    arguments: ["RS256", "PS256", "ES256", "EdDSA", "unnamed key", "two audiences and our party"])
  func accepted(name: String) throws {
    let identification = identification(Provider(try #require(Self.fixture.tokens[name])))
    let (number, target) = try identification.finish(
      state: try begin(identification), code: "code", browser: "browser", at: now)
    #expect(number.twelveDigits == "198507092388")
    #expect(target == "/mina-sidor")
  }

  @Test(
    "A token that is wrong in one thing is refused",
    arguments: [
      "another issuer", "another audience", "two audiences and no party", "another party", "expired",
      "no expiry", "issued long ago", "another nonce", "no nonce", "another key under the same name",
      "shared secret", "no signature", "changed claims", "cut signature",
    ])
  func refused(name: String) throws {
    let identification = identification(Provider(try #require(Self.fixture.tokens[name])))
    let state = try begin(identification)
    #expect(throws: IdentificationFault.token) {
      try identification.finish(state: state, code: "code", browser: "browser", at: now)
    }
  }

  @Test("A token without a number that can be one is refused", arguments: ["no number", "impossible number"])
  func numberless(name: String) throws {
    let identification = identification(Provider(try #require(Self.fixture.tokens[name])))
    let state = try begin(identification)
    #expect(throws: IdentificationFault.number) {
      try identification.finish(state: state, code: "code", browser: "browser", at: now)
    }
  }

  @Test("An answer is taken once, by the browser that asked, in good time")
  func replay() throws {
    let token = try #require(Self.fixture.tokens["RS256"])
    let identification = identification(Provider(token))
    let state = try begin(identification)
    _ = try identification.finish(state: state, code: "code", browser: "browser", at: now)
    #expect(throws: IdentificationFault.state) {
      try identification.finish(state: state, code: "code", browser: "browser", at: now)
    }
    let other = try begin(identification)
    #expect(throws: IdentificationFault.state) {
      try identification.finish(state: other, code: "code", browser: "another", at: now)
    }
    let late = try begin(identification)
    #expect(throws: IdentificationFault.state) {
      try identification.finish(state: late, code: "code", browser: "browser", at: now.adding(seconds: 601))
    }
    #expect(throws: IdentificationFault.state) {
      try identification.finish(state: "made up", code: "code", browser: "browser", at: now)
    }
  }

  @Test("A key that the provider has changed to is fetched when a token needs it")
  func rotation() throws {
    let provider = Provider(try #require(Self.fixture.tokens["RS256"]), keys: [["ec"], ["rsa"]])
    let identification = identification(provider)
    let early = try begin(identification)
    #expect(throws: IdentificationFault.token) {
      try identification.finish(state: early, code: "code", browser: "browser", at: now)
    }
    let later = try begin(identification)
    _ = try identification.finish(state: later, code: "code", browser: "browser", at: now)
    #expect(provider.asked.count == 2)
  }

  @Test("A key that the provider has taken back is not trusted for more than an hour")
  func withdrawal() throws {
    let provider = Provider(try #require(Self.fixture.tokens["RS256"]), keys: [["rsa"], ["ec"]])
    let identification = identification(provider)
    for (moment, asked) in [(now.adding(seconds: -3_700), 1), (now, 2)] {
      let state = try begin(identification, at: moment)
      // The first time the key holds and the token is one of the future; then the key is gone.
      #expect(throws: IdentificationFault.token) {
        try identification.finish(state: state, code: "code", browser: "browser", at: moment)
      }
      #expect(provider.asked.count == asked)
    }
  }
}
