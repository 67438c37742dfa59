import CCurl

/// Fetches what a provider of electronic identification answers.
enum Download {
  private static let limit = 1 << 20

  /// The body of an answer; redirects are not followed, and only this machine is asked without TLS.
  ///
  /// - Throws: `provider` for any answer but success.
  static func bytes(_ address: String, form: String?, authority: String?) throws -> [UInt8] {
    let isLocal = ["http://127.0.0.1:", "http://localhost:", "http://[::1]:"].contains {
      address.hasPrefix($0)
    }
    guard isLocal || address.hasPrefix("https://") else { throw IdentificationFault.provider }
    var bytes = [UInt8](repeating: 0, count: limit)
    let length = bytes.withUnsafeMutableBytes { buffer -> Int? in
      var answer = ccurl_answer(
        bytes: buffer.baseAddress?.assumingMemoryBound(to: CChar.self), length: 0, limit: limit, status: 0)
      let result = ccurl_request(address, form, authority, isLocal ? 0 : 1, &answer)
      return result == 0 && answer.status == 200 ? answer.length : nil
    }
    guard let length else { throw IdentificationFault.provider }
    return Array(bytes.prefix(length))
  }
}
