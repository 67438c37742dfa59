/// A ring of the demonstration.
struct DemoRing {
  let municipality: String
  let name: String
  let postcode: String
  let city: String
  let venue: String

  static let all = [
    DemoRing(
      municipality: "1280", name: "Ringen vid Kvarnparken", postcode: "21421", city: "Malmö",
      venue: "Kvarnparkens fritidsgård"),
    DemoRing(
      municipality: "0180", name: "Ringen Norra Ängen", postcode: "16374", city: "Stockholm",
      venue: "Ängens bibliotek"),
    DemoRing(
      municipality: "1480", name: "Ringen Lövskogen", postcode: "42432", city: "Göteborg",
      venue: "Lövskolans matsal"),
    DemoRing(
      municipality: "0580", name: "Ringen Södra Torget", postcode: "58252", city: "Linköping",
      venue: "Föreningshuset vid torget"),
    DemoRing(
      municipality: "1880", name: "Ringen Västra Bron", postcode: "70368", city: "Örebro",
      venue: "Brogårdens samlingssal"),
    DemoRing(
      municipality: "1490", name: "Ringen Ekbacken", postcode: "50630", city: "Borås",
      venue: "Ekbackens kvartersgård"),
  ]

  /// The number that the register gives the first ring of a municipality.
  var number: String { "TR-\(municipality)-0001" }
}
