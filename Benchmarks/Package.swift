// swift-tools-version: 6.1
// A package of its own, so that users of Headway never build it.
import PackageDescription

/// A group of benchmarks: frequent ones take seconds, targeted ones single out an inner loop, whole runs take minutes.
func group(_ name: String) -> Target {
    .executableTarget(
        name: name,
        dependencies: [.product(name: "Benchmark", package: "benchmark"), .product(name: "Headway", package: "headway")],
        path: "Benchmarks/\(name)", plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")])
}

let package = Package(
    name: "headway-benchmarks",
    dependencies: [
        .package(name: "headway", path: ".."),
        .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: []),
    ],
    targets: [
        group("Frequent"),
        group("Targeted"),
        group("WholeRun"),
        .executableTarget(name: "PeerTimings", dependencies: [.product(name: "Headway", package: "headway")]),
        .executableTarget(name: "AlignTimings", dependencies: [.product(name: "Headway", package: "headway")]),
        .executableTarget(name: "Streams", dependencies: [.product(name: "Headway", package: "headway")]),
        .executableTarget(name: "Incremental", dependencies: [.product(name: "Headway", package: "headway")]),
        .executableTarget(name: "Rcpsp", dependencies: [.product(name: "Headway", package: "headway")]),
        .executableTarget(name: "Coverage", dependencies: [.product(name: "Headway", package: "headway")]),
    ]
)
