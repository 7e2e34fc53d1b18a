import Glibc

/// A file that appears whole under its name or not at all: written beside it, brought to the disk, renamed.
enum WholeFile {
    /// Writes a new file.
    ///
    /// - Throws: `OutputError` if there is one of that name, or the disk does not take it; nothing is left behind then.
    static func write(_ pieces: [[UInt8]], to path: String) throws(OutputError) {
        guard unsafe access(path, F_OK) != 0 else {
            throw OutputError(path: path, reason: "exists already; name a new file")
        }
        let partial = "\(path).partial-\(getpid())"
        do throws(OutputError) {
            let file = try NewFile(path: partial)
            for piece in pieces { try file.append(piece) }
            try file.close()
        } catch {
            _ = unsafe unlink(partial)
            throw OutputError(path: path, reason: error.reason)
        }
        guard unsafe rename(partial, path) == 0 else {
            let reason = MappedFile.lastError()
            _ = unsafe unlink(partial)
            throw OutputError(path: path, reason: reason)
        }
    }
}
