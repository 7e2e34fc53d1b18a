import Glibc
import Headway

/// Whoever read our output has closed it, as `head` does; nothing is left to say.
struct ClosedPipe: Error {}

/// stdout for results, stderr for all else.
enum StandardStreams {
    /// Ignores SIGPIPE, so that a closed pipe is an error of `write`, and makes sure that no file that is opened later takes the place of
    /// a stream that was closed when the program began: writing to that one fails.
    static func prepare() {
        _ = signal(SIGPIPE, SIG_IGN)
        for stream in 0...2 where fcntl(Int32(stream), F_GETFD) == -1 { _ = unsafe open("/dev/null", O_RDONLY) }
    }

    /// Writes a result to stdout.
    static func write(_ bytes: [UInt8]) throws {
        try write(bytes, to: STDOUT_FILENO, name: "stdout")
    }

    /// Makes sure that all that was written has arrived.
    static func finish() throws {
        guard close(STDOUT_FILENO) != 0 else { return }
        if errno != EBADF { throw OutputError(path: "stdout", reason: Machine.lastError) }
    }

    /// Says a line on stderr; where nobody listens nothing is to be done.
    static func say(_ line: String) { say(Array((line + "\n").utf8)) }

    /// Says something on stderr.
    static func say(_ bytes: [UInt8]) { try? write(bytes, to: STDERR_FILENO, name: "stderr", whole: true) }

    /// Writes all bytes to a descriptor.
    ///
    /// - Parameters:
    ///   - whole: whether an interrupt lets the rest be written.
    static func write(_ bytes: [UInt8], to descriptor: Int32, name: String, whole: Bool = false) throws {
        var written = 0
        while written < bytes.count {
            let count = unsafe bytes.withUnsafeBytes { bytes in
                unsafe Glibc.write(descriptor, bytes.baseAddress! + written, min(bytes.count - written, 1 << 26))
            }
            if count >= 0 {
                written += count
            } else if errno == EINTR {
                if !whole { try Interrupt.check() }
            } else if errno == EPIPE {
                throw ClosedPipe()
            } else {
                throw OutputError(path: name, reason: Machine.lastError)
            }
        }
    }
}
