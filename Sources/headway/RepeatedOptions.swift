import ArgumentParser

/// Refuses an option that is given twice, of which the parser would silently take the last.
enum RepeatedOptions {
    /// Options that may be given several times.
    private static let repeatable: Set<String> = [
        "--target", "--joint-of", "--mitigate", "--scenario", "--hr-unit", "--person",
    ]

    static func check(_ arguments: [String]) throws {
        var seen = Set<String>()
        for argument in arguments.prefix(while: { $0 != "--" }) {
            guard let name = name(of: argument), !repeatable.contains(name) else { continue }
            guard seen.insert(name).inserted else {
                throw ValidationError("\(name) is given twice; give it once")
            }
        }
    }

    /// The option that an argument names; `nil` for values.
    private static func name(of argument: String) -> String? {
        if argument.hasPrefix("-o"), !argument.hasPrefix("--") { return "--output" }
        guard argument.hasPrefix("--"), argument.count > 2 else { return nil }
        return String(argument.prefix { $0 != "=" })
    }
}
