import Glibc

/// What a broken promise inside the program leads to: its message, which the runtime has written, a request, and the exit code for it.
enum OwnFaults {
    private static let request: StaticString =
        "headway: this is a fault of Headway's own; please report it with the lines above\n"

    /// Begins to listen for the traps that end a program whose promises are broken.
    static func install() {
        for trap in [SIGILL, SIGTRAP, SIGABRT, SIGFPE] {
            _ = signal(trap) { _ in
                unsafe write(STDERR_FILENO, OwnFaults.request.utf8Start, OwnFaults.request.utf8CodeUnitCount)
                _exit(ExitCodes.internalFault)
            }
        }
    }
}
