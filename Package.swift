// swift-tools-version: 6.2

import PackageDescription

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .treatAllWarnings(as: .error),
]

/// A target of the house, whose dependencies all stand above it in the list below.
func room(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

func program(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .executableTarget(name: name, dependencies: dependencies, swiftSettings: strict)
}

/// Tests of a target; what they compare with stands in their folder and is read from there.
func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(
    name: name + "Tests", dependencies: dependencies,
    exclude: ["CommandLine", "Documents", "trygg"].contains(name) ? ["Snapshots"] : [],
    swiftSettings: strict)
}

func library(_ name: String, pkgConfig: String, package: String) -> Target {
  .systemLibrary(name: name, pkgConfig: pkgConfig, providers: [.apt([package])])
}

let package = Package(
  name: "trygghetsregistret",
  targets: [
    library("CSQLite", pkgConfig: "sqlite3", package: "libsqlite3-dev"),
    library("CLibXML", pkgConfig: "libexslt", package: "libxslt1-dev"),
    library("CSodium", pkgConfig: "libsodium", package: "libsodium-dev"),
    library("CZip", pkgConfig: "libzip", package: "libzip-dev"),
    library("CZlib", pkgConfig: "zlib", package: "zlib1g-dev"),
    library("CQREncode", pkgConfig: "libqrencode", package: "libqrencode-dev"),
    library("CMicroHTTPD", pkgConfig: "libmicrohttpd", package: "libmicrohttpd-dev"),
    library("CCrypto", pkgConfig: "libcrypto", package: "libssl-dev"),
    library("CCurl", pkgConfig: "libcurl", package: "libcurl4-openssl-dev"),

    room("Identity"),
    room("Register", ["Identity"]),
    room("Store", ["Identity", "Register", "CSQLite", "CSodium", "CCrypto"]),
    room("Documents", ["Identity", "Register", "CLibXML", "CSodium", "CZip", "CZlib", "CQREncode"]),
    room("Legislation", ["Identity", "Register", "Documents"]),
    room("Exchange", ["Identity", "Register", "Documents"]),
    room("Operations", ["Identity", "Register", "Store", "Documents", "Legislation", "Exchange"]),
    room("CommandLine"),
    room("HTTP", ["CMicroHTTPD"]),
    room(
      "Portal",
      [
        "Identity", "Register", "Documents", "Legislation", "Exchange", "Operations", "CommandLine", "HTTP",
        "CCrypto", "CCurl",
      ]),
    program(
      "trygg",
      [
        "Identity", "Register", "Documents", "Legislation", "Exchange", "Operations", "CommandLine", "HTTP",
        "Portal",
      ]),
    program(
      "trygg-bench",
      [
        "Identity", "Register", "CSQLite", "CLibXML", "Store", "Documents", "Legislation", "Exchange",
        "Operations",
        "CommandLine",
      ]),

    // A client that the tests of three targets share.
    .target(name: "HTTPTesting", path: "Tests/HTTPTesting", swiftSettings: strict),

    tests("Identity", ["Identity"]),
    tests("Register", ["Identity", "Register"]),
    tests("Store", ["Identity", "Register", "Store"]),
    tests("Documents", ["Identity", "Register", "Documents"]),
    tests("Legislation", ["Identity", "Register", "Documents", "Legislation"]),
    tests("Exchange", ["Identity", "Register", "Exchange"]),
    tests("Operations", ["Identity", "Register", "Store", "Legislation", "Exchange", "Operations"]),
    tests("CommandLine", ["CommandLine"]),
    tests(
      "Portal",
      ["Identity", "Register", "Documents", "Legislation", "Exchange", "Operations", "HTTP", "Portal"]),
    tests("HTTP", ["HTTP", "HTTPTesting"]),
    tests("trygg", ["Identity", "Register", "HTTPTesting", "trygg"]),
  ]
)
