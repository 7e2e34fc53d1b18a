import Glibc
import PlanReports
import Synchronization

/// A line on stderr that tells how far long work has come: a bar, per cent, the time left. Only on a terminal, ten times a second at most.
final class ProgressMeter: Sendable {
    private struct State {
        var last: ContinuousClock.Instant
        var isShown = false
    }

    /// Work shorter than this shows nothing.
    private static let patience = Duration.milliseconds(400)
    private static let interval = Duration.milliseconds(100)
    private static let columns = 30

    private let isOn: Bool
    private let title: String
    private let start = ContinuousClock.now
    private let state: Mutex<State>

    /// A meter; off where `isQuiet` or stderr is no terminal.
    init(_ title: String, isQuiet: Bool) {
        isOn = !isQuiet && isatty(STDERR_FILENO) == 1
        self.title = title
        state = Mutex(State(last: .now))
    }

    /// Shows that `done` of `total` is done; from any thread.
    func update(_ done: Int, of total: Int) {
        guard isOn, total > 0 else { return }
        let now = ContinuousClock.now
        guard now - start >= Self.patience else { return }
        state.withLock { state in
            guard !state.isShown || now - state.last >= Self.interval else { return }
            (state.last, state.isShown) = (now, true)
            StandardStreams.say(Array("\r\u{1B}[K\(line(done, total, now - start))".utf8))
        }
    }

    /// Takes the line away.
    func clear() {
        state.withLock { state in
            if state.isShown { StandardStreams.say(Array("\r\u{1B}[K".utf8)) }
            state.isShown = false
        }
    }

    private func line(_ done: Int, _ total: Int, _ elapsed: Duration) -> String {
        let filled = Self.columns * done / total
        let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: Self.columns - filled)
        let seconds = Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) * 1e-18
        let left = done > 0 ? Int((seconds * Double(total - done) / Double(done)).rounded(.up)) : 0
        let time = left < 90 ? "\(left) s" : left < 5400 ? "\((left + 30) / 60) min" : "\((left + 1800) / 3600) h"
        return "\(title) \(bar) \(100 * done / total) %, \(time) left"
    }
}
