import Register
import Testing

@Suite struct ServiceAddressTests {
  @Test(
    "An address of a service is kept without its last slash",
    arguments: [
      ("https://register.example.se", "https://register.example.se"),
      ("HTTPS://Register.example.se/", "https://register.example.se"),
      ("https://example.se:8443/ringar/", "https://example.se:8443/ringar"),
      ("http://localhost:8080", "http://localhost:8080"),
    ])
  func read(_ written: String, _ kept: String) {
    #expect(ServiceAddress(written)?.text == kept)
  }

  @Test(
    "Anything else is none",
    arguments: [
      "", "register.example.se", "http://register.example.se", "https://", "https:///a", "https://a/?q=1",
      "https://a/#b", "https://user@a", "https://a//b", "https://ö.se", "javascript:alert(1)",
    ])
  func refused(_ written: String) {
    #expect(ServiceAddress(written) == nil)
  }
}
