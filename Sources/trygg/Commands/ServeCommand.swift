import CommandLine
import Dispatch
import Foundation
import HTTP
import Operations
import Portal
import Register

/// `serve`: the web service, until it is told to stop.
enum ServeCommand {
  private static let listen = Option.defaulting(
    "listen", .text, to: "127.0.0.1:8080",
    help: Text(
      sv: "Var tjänsten nås: 127.0.0.1:PORT, unix:FIL eller systemd.",
      en: "Where the service is reached: 127.0.0.1:PORT, unix:FILE or systemd."))
  private static let host = Option.optional(
    "host", .text,
    help: Text(
      sv: "Det enda namn som tjänsten svarar under.", en: "The one name under which the service answers."),
    absence: Text(sv: "vilket som helst", en: "any"))

  static let command = Command.act(
    "serve", abstract: Text(sv: "Kör webbtjänsten.", en: "Run the web service."),
    discussion: Text(
      sv: """
        Tjänsten talar HTTP med datorn den står på; TLS hör till en proxy framför den, se deploy/. Åtkomstloggen på \
        standard error nämner varken vem som frågar eller om vad. SIGTERM och SIGINT låter pågående svar bli klara.
        """,
      en: """
        The service speaks HTTP to its own machine; TLS belongs to a proxy before it, see deploy/. The access log on \
        standard error names neither who asks nor about what. SIGTERM and SIGINT let answers under way be finished.
        """),
    parameters: [listen, host] + ServeIdentification.parameters,
    examples: [
      "trygg serve", "trygg serve --listen unix:/run/trygg/http.socket --host trygghetsregistret.example.se",
      "trygg serve --issuer https://eid.example.se --client trygghet --site https://ringar.example.se",
    ]
  ) { session in
    let wanted = session.invocation[listen]
    guard let address = ListenAddress(wanted) else {
      throw BadArgument(Refusal(.listenAddress, ["address": .text(wanted)], column: "--listen"))
    }
    // Who waits longer than this for another writer is told to try again.
    let registry = try session.registry(patience: .seconds(5))
    try registry.checkFile()
    let fixed = session.invocation[Globals.now]
    let metrics = Metrics()
    let portal = Portal(
      registry, templates: session.templates, lawFolder: session.lawFolder,
      certificatePress: try session.certificatePress(), python: session.python,
      identification: try ServeIdentification.settings(session), metrics: metrics
    ) { fixed ?? Moment(seconds: Int64(Date().timeIntervalSince1970)) }
    let stop = StopSignal()
    let server = try Server(
      portal.router, on: address, host: session.invocation[host], metrics: metrics,
      log: AccessLog(to: STDERR_FILENO))
    session.hint(sv: "Tjänsten nås på \(server.address).", en: "The service is at \(server.address).")
    stop.wait()
    server.stop()
  }
}

/// Waits for the operator to end the program.
private final class StopSignal {
  private let semaphore = DispatchSemaphore(value: 0)
  private let sources: [any DispatchSourceSignal]

  init() {
    let semaphore = semaphore
    sources = [SIGINT, SIGTERM].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler { semaphore.signal() }
      source.resume()
      return source
    }
  }

  func wait() {
    semaphore.wait()
  }
}
