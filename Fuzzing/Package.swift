// swift-tools-version: 6.2
// A package of its own, so that users of Headway never build it.
import PackageDescription

let house: [SwiftSetting] = [
    .treatAllWarnings(as: .error),
    .strictMemorySafety(),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("ExistentialAny"),
]

/// A program that fuzzes one reader, or replays files through it where it was built without `-DFUZZING`.
func fuzzer(_ name: String) -> Target {
    .executableTarget(name: name, dependencies: ["ReaderDrive"], swiftSettings: house)
}

let package = Package(
    name: "headway-fuzzing",
    dependencies: [.package(name: "headway", path: "..")],
    targets: [
        .target(name: "ReaderDrive", dependencies: [.product(name: "Headway", package: "headway")], swiftSettings: house),
        fuzzer("FuzzCSV"),
        fuzzer("FuzzYAML"),
        fuzzer("FuzzXER"),
        fuzzer("FuzzPMXML"),
        fuzzer("FuzzMSPDI"),
    ],
    swiftLanguageModes: [.v6]
)
