import Glibc

/// A file that is being written for the first time; every write is checked, and so is the last one to disk.
struct NewFile {
    private let descriptor: Int32
    private let path: String

    /// Creates the file.
    ///
    /// - Throws: `OutputError` if it is there already or cannot be made.
    init(path: String) throws(OutputError) {
        self.path = path
        descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw OutputError(path: path, reason: MappedFile.lastError()) }
    }

    /// Writes bytes after the last.
    ///
    /// - Throws: `OutputError` if the disk does not take them.
    func append(_ bytes: [UInt8]) throws(OutputError) {
        var written = 0
        while written < bytes.count {
            let count = unsafe bytes.withUnsafeBytes {
                unsafe write(descriptor, $0.baseAddress! + written, bytes.count - written)
            }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw OutputError(path: path, reason: MappedFile.lastError()) }
            written += count
        }
    }

    /// Brings everything to disk and closes the file.
    ///
    /// - Throws: `OutputError` if that fails.
    func close() throws(OutputError) {
        let isSynced = fsync(descriptor) == 0 || errno == EINVAL
        let reason = MappedFile.lastError()
        guard Glibc.close(descriptor) == 0, isSynced else { throw OutputError(path: path, reason: reason) }
    }
}
