import Glibc

extension Engine {
  /// Answers a request whose length is no number, and hangs up.
  ///
  /// libmicrohttpd 0.9.75 refuses such a message before a handler sees it, and sends the head of its refusal twice, the
  /// second in the place of the body. It tells its log first, on the thread of the connection. So the answer is sent here,
  /// and the socket shut so that the library's own comes to nothing.
  func refuseMalformedLength() {
    for line in lines.ownLines(where: { !FramingGuard.hasSoundLengths($0) }) {
      let answer = Array("HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n".utf8)
      _ = send(line.socket, answer, answer.count, Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT))
      shutdown(line.socket, Int32(SHUT_RDWR))
      let record = AccessRecord(method: "-", pattern: "-", status: .badRequest, microseconds: 0)
      metrics.count(record)
      log?.add(record)
    }
  }
}
