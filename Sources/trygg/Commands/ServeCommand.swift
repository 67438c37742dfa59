import CommandLine
import Dispatch
import Foundation
import HTTP
import Portal
import Register

/// `serve`: the web service, until it is told to stop.
enum ServeCommand {
  private static let listen = Option.defaulting(
    "listen", .text, to: "127.0.0.1:8080",
    help: Text(
      sv: "Var tjänsten nås: 127.0.0.1:PORT, unix:FIL eller systemd.",
      en: "Where the service is reached: 127.0.0.1:PORT, unix:FILE or systemd."))

  static let command = Command.act(
    "serve", abstract: Text(sv: "Kör webbtjänsten.", en: "Run the web service."), parameters: [listen],
    examples: ["trygg serve", "trygg serve --listen 127.0.0.1:8080"]
  ) { session in
    guard let address = ListenAddress(session.invocation[listen]) else {
      throw BadArgument(Refusal(.format, column: "--listen"))
    }
    let fixed = session.invocation[Globals.now]
    let portal = Portal(
      try session.registry(), templates: session.templates, lawFolder: session.lawFolder,
      python: session.python
    ) { fixed ?? Moment(seconds: Int64(Date().timeIntervalSince1970)) }
    let server = try Server(portal.router, on: address)
    session.hint(sv: "Tjänsten nås på \(server.address).", en: "The service is at \(server.address).")
    let stopped = DispatchSemaphore(value: 0)
    let sources = [SIGINT, SIGTERM].map { signal in
      Foundation.signal(signal, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: signal, queue: .global())
      source.setEventHandler { stopped.signal() }
      source.resume()
      return source
    }
    withExtendedLifetime(sources) { stopped.wait() }
    server.stop()
  }
}
