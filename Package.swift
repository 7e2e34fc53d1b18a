// swift-tools-version: 6.2
import PackageDescription

/// Every Swift target: warnings are errors, imports are internal unless said otherwise, each member's module is imported
/// where it is used, and unsafe constructs are marked.
let house: [SwiftSetting] = [
    .treatAllWarnings(as: .error),
    .strictMemorySafety(),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("ExistentialAny"),
]

let package = Package(
    name: "headway",
    products: [
        .library(name: "Headway", targets: ["Headway"]),
        .executable(name: "headway", targets: ["headway"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: [
        // floor 0: knows no plan
        .systemLibrary(name: "CBLAS", pkgConfig: "openblas", providers: [.apt(["libopenblas-dev"])]),
        .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
        .target(
            name: "CKernels", cSettings: [.treatAllWarnings(as: .error)],
            linkerSettings: [.linkedLibrary("m")]),
        .target(name: "PlanStatistics", dependencies: ["CBLAS", "CKernels"], swiftSettings: house),
        // floor 1: the plan as people write it
        .target(name: "PlanModel", dependencies: ["CKernels", "PlanStatistics"], swiftSettings: house),
        // floor 2: from files, and into flat arrays
        .target(
            name: "PlanFiles",
            dependencies: ["CExpat", "CKernels", "PlanModel", "PlanStatistics", .product(name: "Yams", package: "Yams")],
            swiftSettings: house),
        .target(name: "PlanNetwork", dependencies: ["PlanModel", "PlanStatistics"], swiftSettings: house),
        // floor 2b: the passes
        .target(name: "PlanSchedule", dependencies: ["CKernels", "PlanNetwork", "PlanModel"], swiftSettings: house),
        .target(name: "PlanAlignment", dependencies: ["PlanModel", "PlanNetwork", "PlanStatistics"], swiftSettings: house),
        .target(name: "PlanMonitoring", dependencies: ["PlanModel", "PlanNetwork", "PlanStatistics"], swiftSettings: house),
        // floor 3: Monte Carlo
        .target(
            name: "PlanForecast", dependencies: ["CKernels", "PlanModel", "PlanNetwork", "PlanSchedule", "PlanStatistics"],
            swiftSettings: house),
        // floor 4: what if
        .target(
            name: "PlanScenario", dependencies: ["PlanModel", "PlanNetwork", "PlanSchedule", "PlanForecast", "PlanStatistics"],
            swiftSettings: house),
        // floor 5: results to text, CSV, JSON
        .target(
            name: "PlanReports",
            dependencies: [
                "PlanModel", "PlanNetwork", "PlanAlignment", "PlanMonitoring", "PlanSchedule", "PlanForecast", "PlanScenario",
                "PlanStatistics",
            ],
            swiftSettings: house),
        // the library product
        .target(
            name: "Headway",
            dependencies: [
                "PlanModel", "PlanFiles", "PlanNetwork", "PlanAlignment", "PlanMonitoring", "PlanSchedule", "PlanForecast",
                "PlanScenario",
            ],
            swiftSettings: house),
        // floor 6: the command line
        .executableTarget(
            name: "headway",
            dependencies: [
                "CKernels", "Headway", "PlanReports", "PlanStatistics",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: house),

        // tests: one folder a target; naive twins live in TestSupport
        .target(
            name: "TestSupport", dependencies: ["Headway", "PlanStatistics"], path: "Tests/TestSupport", swiftSettings: house),
        .testTarget(name: "PlanStatisticsTests", dependencies: ["PlanStatistics", "CKernels"], swiftSettings: house),
        .testTarget(name: "PlanModelTests", dependencies: ["PlanModel", "PlanStatistics"], swiftSettings: house),
        .testTarget(name: "PlanFilesTests", dependencies: ["PlanFiles", "PlanModel", "TestSupport"], swiftSettings: house),
        .testTarget(name: "PlanNetworkTests", dependencies: ["PlanNetwork", "PlanModel", "TestSupport"], swiftSettings: house),
        .testTarget(
            name: "PlanAlignmentTests",
            dependencies: ["PlanAlignment", "PlanNetwork", "PlanModel", "PlanFiles", "TestSupport"], swiftSettings: house),
        .testTarget(
            name: "PlanMonitoringTests",
            dependencies: ["PlanMonitoring", "PlanNetwork", "PlanModel", "PlanFiles", "PlanStatistics", "TestSupport"],
            swiftSettings: house),
        .testTarget(
            name: "PlanScheduleTests", dependencies: ["PlanSchedule", "PlanNetwork", "PlanModel", "PlanFiles", "TestSupport"],
            swiftSettings: house),
        .testTarget(
            name: "PlanForecastTests",
            dependencies: [
                "PlanForecast", "PlanSchedule", "PlanNetwork", "PlanModel", "PlanFiles", "PlanStatistics", "CKernels",
                "TestSupport",
            ],
            swiftSettings: house),
        .testTarget(
            name: "PlanScenarioTests",
            dependencies: [
                "PlanScenario", "PlanForecast", "PlanSchedule", "PlanNetwork", "PlanModel", "PlanFiles", "PlanStatistics",
                "TestSupport",
            ],
            swiftSettings: house),
        .testTarget(
            name: "PlanReportsTests", dependencies: ["PlanReports", "Headway", "PlanStatistics", "TestSupport"],
            swiftSettings: house),
        .testTarget(
            name: "CommandLineTests", dependencies: ["TestSupport", "PlanReports", "headway"], exclude: ["Snapshots"],
            swiftSettings: house),
    ],
    swiftLanguageModes: [.v6]
)
