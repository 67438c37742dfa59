import HTTP
import Operations
import Register

/// What an operator asks the service: whether it lives, and what it has counted.
struct Operator: Sendable {
  let registry: Registry
  let metrics: Metrics
  let clock: @Sendable () -> Moment

  var routes: [Route] {
    [
      Route(.get, "/health") { _ in
        // Whether the register can be read is seen by asking it.
        _ = try registry.reached(by: nil, at: clock()).holder(of: "")
        return Response(type: "application/json", text: "{\"status\": \"ok\"}\n")
      },
      Route(.get, "/metrics") { _ in
        Response(type: "text/plain; version=0.0.4; charset=utf-8", text: metrics.text)
      },
    ]
  }
}
