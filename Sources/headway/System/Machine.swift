import Glibc

/// What the program asks the machine and its user's settings.
enum Machine {
    /// Processors that are online.
    static var processors: Int { min(max(sysconf(Int32(_SC_NPROCESSORS_ONLN)), 1), 1024) }

    /// A variable of the environment.
    static func variable(_ name: String) -> String? {
        guard let value = unsafe getenv(name) else { return nil }
        return unsafe String(cString: value)
    }

    /// Whether the user wants no colours; see no-color.org.
    static var refusesColour: Bool { variable("NO_COLOR").map { !$0.isEmpty } ?? false || variable("TERM") == "dumb" }

    /// How wide a line may be: `COLUMNS`, else the terminal's width, else 100.
    static var columns: Int {
        if let given = variable("COLUMNS").flatMap(Int.init), given > 0 { return given }
        var size = winsize()
        guard isatty(STDOUT_FILENO) == 1, unsafe ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
            return 100
        }
        return Int(size.ws_col)
    }

    /// The machine's memory, bytes.
    static var memoryBytes: Int { sysconf(Int32(_SC_PHYS_PAGES)) * sysconf(Int32(_SC_PAGESIZE)) }

    /// The most memory that has been in use, bytes.
    static var peakBytes: Int {
        var usage = rusage()
        guard unsafe getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage) == 0 else { return 0 }
        return usage.ru_maxrss * 1024
    }

    /// Whether there is a file or folder.
    static func hasFile(_ path: String) -> Bool { unsafe access(path, F_OK) == 0 }

    /// Whether there is a folder.
    static func hasFolder(_ path: String) -> Bool {
        var status = stat()
        return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// What the last failed call has to say.
    static var lastError: String { unsafe String(cString: strerror(errno)) }
}
