import Glibc
import Headway

/// A file read whole.
enum InputFile {
    /// The bytes of a regular file.
    ///
    /// - Parameter most: a longer file is refused, bytes.
    /// - Throws: `InputError` if it is missing, no regular file, too long, or cannot be read.
    static func read(_ path: String, most: Int) throws(InputError) -> [UInt8] {
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw InputError(path: path, reason: Machine.lastError) }
        defer { close(descriptor) }
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0 else { throw InputError(path: path, reason: Machine.lastError) }
        guard status.st_mode & S_IFMT == S_IFREG else { throw InputError(path: path, reason: "not a regular file") }
        let size = Int(status.st_size)
        guard size <= most else {
            throw InputError(
                path: path, reason: "\(size >> 20) MiB, more than this machine's memory allows (\(most >> 20) MiB)")
        }
        var bytes = [UInt8](repeating: 0, count: size)
        var done = 0
        while done < size {
            let count = unsafe bytes.withUnsafeMutableBytes {
                unsafe Glibc.read(descriptor, $0.baseAddress! + done, size - done)
            }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw InputError(path: path, reason: Machine.lastError) }
            if count == 0 { break }
            done += count
        }
        return Array(bytes.prefix(done))
    }
}
