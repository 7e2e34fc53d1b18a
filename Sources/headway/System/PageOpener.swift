import Glibc

/// Shows a page to the user.
enum PageOpener {
    /// Opens a file with the program that the desktop has for it, and does not wait for that; says where the page is where there is none.
    static func open(_ path: String) {
        let words = ["xdg-open", path]
        var arguments: [UnsafeMutablePointer<CChar>?] = unsafe words.map { unsafe strdup($0) } + [nil]
        defer { unsafe arguments.forEach { unsafe free($0) } }
        var child = pid_t()
        let failure = unsafe posix_spawnp(&child, "xdg-open", nil, nil, &arguments, environ)
        if failure != 0 { StandardStreams.say("the page is at \(path); there is no xdg-open here to open it") }
    }
}
