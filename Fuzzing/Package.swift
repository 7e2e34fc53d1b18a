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

let package = Package(
    name: "headway-fuzzing",
    dependencies: [.package(name: "headway", path: "..")],
    targets: [
        .target(name: "ReaderDrive", dependencies: [.product(name: "Headway", package: "headway")], swiftSettings: house),
        // Fuzzes one reader, or replays files through it where it was built without `-DFUZZING`.
        .executableTarget(name: "Fuzz", dependencies: ["ReaderDrive"], swiftSettings: house),
    ],
    swiftLanguageModes: [.v6]
)
