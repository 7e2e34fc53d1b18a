import Glibc

/// A file's bytes, mapped into memory for as long as the value lives.
@safe struct MappedFile: ~Copyable {
    /// All bytes of the file.
    let bytes: UnsafeBufferPointer<UInt8>
    /// Whether the bytes are a file's; else they are a copy of some that were in memory.
    private let isMapped: Bool

    /// Maps a regular file.
    ///
    /// - Throws: `InputError` if it is missing, no regular file, or cannot be read.
    init(path: String) throws(InputError) {
        isMapped = true
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw InputError(path: path, reason: Self.lastError()) }
        defer { close(descriptor) }
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0 else { throw InputError(path: path, reason: Self.lastError()) }
        guard status.st_mode & S_IFMT == S_IFREG else { throw InputError(path: path, reason: "not a regular file") }
        guard status.st_size > 0 else {
            unsafe bytes = UnsafeBufferPointer(start: nil, count: 0)
            return
        }
        let size = Int(status.st_size)
        let address = unsafe mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0)
        guard let address = unsafe address, unsafe address != MAP_FAILED else {
            throw InputError(path: path, reason: Self.lastError())
        }
        unsafe madvise(address, size, MADV_SEQUENTIAL)
        unsafe bytes = UnsafeBufferPointer(start: address.assumingMemoryBound(to: UInt8.self), count: size)
    }

    /// Holds a copy of bytes that are in memory.
    init(copying source: [UInt8]) {
        isMapped = false
        let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: source.count)
        _ = unsafe copy.initialize(from: source)
        unsafe bytes = UnsafeBufferPointer(copy)
    }

    deinit {
        guard isMapped else {
            unsafe bytes.deallocate()
            return
        }
        if let base = unsafe bytes.baseAddress { unsafe munmap(UnsafeMutableRawPointer(mutating: base), bytes.count) }
    }

    static func lastError() -> String { unsafe String(cString: strerror(errno)) }
}
