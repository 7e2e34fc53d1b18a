import Glibc
import Synchronization

/// Whether the user has pressed Ctrl-C. Long work looks here now and then and stops; a second Ctrl-C ends the program at once.
enum Interrupt {
    private static let wasRequested = Atomic<Bool>(false)

    /// Begins to listen.
    static func install() {
        // The first use makes the flag; a signal handler must not.
        wasRequested.store(false, ordering: .relaxed)
        var action = sigaction()
        unsafe action.__sigaction_handler.sa_handler = { _ in Interrupt.wasRequested.store(true, ordering: .relaxed) }
        action.sa_flags = Int32(bitPattern: UInt32(SA_RESETHAND))
        unsafe sigaction(SIGINT, &action, nil)
        // Whoever started the program may have blocked the signal, as worker threads of a test runner do.
        var signals = sigset_t()
        unsafe sigemptyset(&signals)
        unsafe sigaddset(&signals, SIGINT)
        unsafe sigprocmask(SIG_UNBLOCK, &signals, nil)
    }

    /// Whether to stop.
    static var isRequested: Bool { wasRequested.load(ordering: .relaxed) }

    /// Stops here if the user wants to.
    static func check() throws {
        if isRequested { throw Interrupted() }
    }
}
