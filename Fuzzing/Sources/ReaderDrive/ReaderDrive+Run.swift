import FoundationEssentials
import Glibc

extension ReaderDrive {
    /// The reader that the environment variable `HEADWAY_READER` names; without one there is nothing to do.
    public static var named: ReaderDrive {
        let name = unsafe getenv("HEADWAY_READER").map { unsafe String(cString: $0) } ?? ""
        guard let reader = ReaderDrive(rawValue: name) else {
            fatalError("HEADWAY_READER: expected csv, yaml, xer, pmxml or mspdi (found \"\(name)\")")
        }
        return reader
    }

    /// Drives one input of the fuzzer; a failure ends the program, as a trap would.
    public func fuzz(_ bytes: UnsafeBufferPointer<UInt8>) {
        do { _ = try unsafe run(Array(bytes)) } catch { fatalError("\(error)") }
    }

    /// Drives the files that the command line names, and says what became of each.
    public func replay() {
        for path in CommandLine.arguments.dropFirst() {
            guard let data = FileManager.default.contents(atPath: path) else { fatalError("\(path): cannot be read") }
            print("\(path): ", terminator: "")
            fflush(nil)  // A trap must not swallow the name.
            do {
                switch try run(Array(data)) {
                case .refused(let faults): print("refused: \(faults[0])")
                case .plan(_, let faults): print(faults.isEmpty ? "a plan" : "a plan that is not compiled: \(faults[0])")
                }
            } catch {
                fatalError("\(path): \(error)")
            }
        }
    }
}
