import Foundation
import Testing

/// The running service, tried by programs that nobody here wrote: requests, Chromium and an identification provider.
@Suite(.serialized)
struct WebTests {
  @Test("Every page shows itself to its readers alone, and guesses come to nothing")
  func roles() throws { try run("roles.py") }

  @Test("Each user goes the whole way in a browser, and no page has a fault of accessibility")
  func journeys() throws { try run("journeys.py") }

  @Test("Whoever a provider of electronic identification names is signed in, once")
  func identification() throws { try run("identification.py") }

  /// Serves the demonstration's register and runs a script against it.
  private func run(_ script: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let trygg = try TryggProgram(register: false)
    try trygg.must("demo", "--out", "demo", sourceLocation: sourceLocation)
    let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().path(percentEncoded: false)
    let run = try trygg.shell(
      """
      set -e
      export TRYGG_REGISTER="$PWD/demo/trygghetsregister.db" TRYGG_PROGRAM="$trygg" TRYGG_LANG=sv
      export PORT=$(/usr/bin/python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
      export TRYGG_BASE="http://127.0.0.1:$PORT"
      cd "\(repository)"
      if [ "\(script)" != identification.py ]; then
        "$trygg" serve --listen "127.0.0.1:$PORT" > "$HOME/serve.log" 2>&1 &
        service=$!
        trap 'kill $service' EXIT
        for attempt in $(seq 100); do
          /bin/bash -c "exec 3<>/dev/tcp/127.0.0.1/$PORT" 2> /dev/null && break
          read -t 0.05 < <(tail -f /dev/null) || true
        done
      fi
      timeout 240 .venv-test/bin/python "Tests/Browser/\(script)"
      """, now: "2028-02-01T10:00")
    #expect(run.code == 0, "\(script): \(run.out)\(run.err.suffix(3000))", sourceLocation: sourceLocation)
  }
}
