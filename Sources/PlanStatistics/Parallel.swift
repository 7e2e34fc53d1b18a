import Dispatch
import Synchronization

/// Loops over independent pieces of work on a few threads; results come back in the order of the pieces, whoever did them.
public enum Parallel {
    /// Calls `body` for 0 ..< `count` on up to `threads` threads and gathers what it returns.
    ///
    /// - Parameters:
    ///   - count: how many pieces.
    ///   - threads: how many threads at most, 1 or more; one means the caller's own.
    ///   - body: makes the result of a piece; pieces may run in any order, at the same time.
    /// - Returns: `count` results, by piece.
    public static func map<Result: Sendable>(count: Int, threads: Int, _ body: @Sendable (Int) -> Result) -> [Result] {
        guard threads > 1, count > 1 else { return (0..<count).map(body) }
        return unsafe [Result](unsafeUninitializedCapacity: count) { results, initialized in
            let slots = unsafe Slots(base: results.baseAddress!)
            let next = Atomic<Int>(0)
            DispatchQueue.concurrentPerform(iterations: min(threads, count)) { _ in
                while true {
                    let piece = next.add(1, ordering: .relaxed).oldValue
                    guard piece < count else { return }
                    unsafe (slots.base + piece).initialize(to: body(piece))
                }
            }
            initialized = count
        }
    }

    /// Calls `body` for 0 ..< `count` on up to `threads` threads.
    public static func forEach(count: Int, threads: Int, _ body: @Sendable (Int) -> Void) {
        _ = map(count: count, threads: threads) { piece in body(piece) }
    }

    /// Does two different things, at the same time where there are threads for it.
    public static func pair<First: Sendable, Second: Sendable>(
        threads: Int, _ first: @Sendable () -> First, and second: @Sendable () -> Second
    ) -> (First, Second) {
        let results = map(count: 2, threads: threads) { piece -> (First?, Second?) in
            piece == 0 ? (first(), nil) : (nil, second())
        }
        return (results[0].0!, results[1].1!)
    }

    /// Each piece writes its own slot, so threads never share one.
    @unsafe private struct Slots<Element>: @unchecked Sendable {
        let base: UnsafeMutablePointer<Element>
    }
}
