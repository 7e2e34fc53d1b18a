import Glibc
import Headway

/// A file that appears whole under its name or not at all: written beside it, brought to the disk, renamed.
///
/// Devices and pipes are written as they are; a link is followed, so that what it names is replaced and not the link.
final class OutputFile {
    private let path: String
    private let target: String
    private let partial: String
    private var descriptor: Int32

    /// Opens the partial file, so that a result that cannot be written is known before it is computed.
    init(_ path: String) throws(OutputError) {
        self.path = path
        var status = stat()
        let exists = unsafe stat(path, &status) == 0
        if exists, status.st_mode & S_IFMT == S_IFDIR {
            throw OutputError(path: path, reason: "is a folder; expected the name of a file")
        }
        if exists, status.st_mode & S_IFMT != S_IFREG {
            (target, partial) = (path, "")
            descriptor = unsafe open(path, O_WRONLY | O_CLOEXEC)
        } else {
            target = Self.resolved(path)
            partial = "\(target).partial-\(getpid())"
            descriptor = unsafe open(partial, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, exists ? status.st_mode & 0o777 : 0o666)
        }
        if descriptor < 0 { throw OutputError(path: path, reason: Machine.lastError) }
    }

    deinit { discard() }

    /// Writes the result and gives it its name.
    func commit(_ bytes: [UInt8]) throws {
        defer { discard() }
        try StandardStreams.write(bytes, to: descriptor, name: path)
        guard !partial.isEmpty else { return }
        guard fsync(descriptor) == 0 else { throw OutputError(path: path, reason: Machine.lastError) }
        let closed = close(descriptor)
        descriptor = -1
        guard closed == 0 else { throw OutputError(path: path, reason: Machine.lastError) }
        try Interrupt.check()
        guard unsafe rename(partial, target) == 0 else { throw OutputError(path: path, reason: Machine.lastError) }
    }

    /// Removes what is unfinished.
    private func discard() {
        if descriptor >= 0 { close(descriptor) }
        descriptor = -1
        if !partial.isEmpty { _ = unsafe unlink(partial) }
    }

    private static func resolved(_ path: String) -> String {
        guard let real = unsafe realpath(path, nil) else { return path }
        defer { unsafe free(real) }
        return unsafe String(cString: real)
    }
}
