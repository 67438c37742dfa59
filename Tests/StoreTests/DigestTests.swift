import Testing

@testable import Store

struct DigestTests {
  @Test func sha256AgreesWithTheStandard() {
    // FIPS 180-2, appendix B.1
    #expect(
      Hexadecimal.text(Digest.sha256(Array("abc".utf8)))
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }

  @Test func aFieldIsItsPresenceItsLengthAndItsBytes() {
    var digest = Digest("k")
    digest.add("å")
    digest.add(String?.none)
    digest.add(258)
    let written: [UInt8] =
      [1, 0, 0, 0, 0, 0, 0, 0, 1, 0x6b] + [1, 0, 0, 0, 0, 0, 0, 0, 2, 0xc3, 0xa5] + [0]
      + [1, 0, 0, 0, 0, 0, 0, 0, 8, 0, 0, 0, 0, 0, 0, 1, 2]
    #expect(digest.value() == Digest.sha256(written))
  }

  @Test func fieldsCannotTradePlaces() {
    func digest(_ fields: String?...) -> [UInt8] {
      var digest = Digest("test")
      for field in fields { digest.add(field) }
      return digest.value()
    }
    #expect(digest("ab", "c") != digest("a", "bc"))
    #expect(digest("") != digest(nil))
    #expect(digest("a", nil) != digest(nil, "a"))
  }

  @Test func aKeyIsMadeOnceAndReadAgain() throws {
    let scratch = try Scratch()
    let files = RegisterFiles(scratch.path)
    let made = try SigningKey.loadOrCreate(files, random: .system)
    let again = try SigningKey.loadOrCreate(files, random: .system)
    #expect(made.publicKey == again.publicKey)
    #expect(try PublicKey(contentsOf: files.publicKey) == made.publicKey)
    let signature = again.signature(of: [1, 2, 3])
    #expect(made.publicKey.verifies(signature, of: [1, 2, 3]))
    #expect(!made.publicKey.verifies(signature, of: [1, 2, 4]))
    #expect(!made.publicKey.verifies(Array(signature.dropLast()), of: [1, 2, 3]))
  }

  @Test func theKeyOfASeedAgreesWithTheStandard() {
    // RFC 8032, section 7.1, test 1
    let seed = Hexadecimal.bytes("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60") ?? []
    #expect(
      SigningKey(seed: seed).publicKey.description
        == "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a")
  }
}
