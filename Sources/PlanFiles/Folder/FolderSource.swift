import FoundationEssentials

/// Where the files of a plan folder are: on disk, or in memory by their paths inside the folder.
enum FolderSource {
    case disk(path: String)
    case memory([String: [UInt8]])

    /// The folder, as messages name it.
    var path: String {
        switch self {
        case .disk(let path): path
        case .memory: "the plan in memory"
        }
    }

    /// Whether there is a file of that path.
    func has(_ file: String) -> Bool {
        switch self {
        case .disk(let path): FileManager.default.fileExists(atPath: "\(path)/\(file)")
        case .memory(let files): files[file] != nil
        }
    }

    /// A file's bytes.
    ///
    /// - Throws: `InputError` if it cannot be opened.
    func open(_ file: String) throws(InputError) -> MappedFile {
        switch self {
        case .disk(let path): return try MappedFile(path: "\(path)/\(file)")
        case .memory(let files):
            guard let bytes = files[file] else { throw InputError(path: file, reason: "no such file") }
            return MappedFile(copying: bytes)
        }
    }

    /// The names of the files right inside the folder or a folder in it, in order.
    func names(in subfolder: String? = nil) -> [String] {
        switch self {
        case .disk(let path):
            let folder = subfolder.map { "\(path)/\($0)" } ?? path
            return ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
        case .memory(let files):
            let start = subfolder.map { "\($0)/" } ?? ""
            return files.keys.filter { $0.hasPrefix(start) }.map { String($0.dropFirst(start.count)) }
                .filter { !$0.isEmpty && !$0.contains("/") }.sorted()
        }
    }
}
