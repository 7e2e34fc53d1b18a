import ReaderDrive

#if FUZZING
    /// The reader that `HEADWAY_READER` names; found once.
    private let reader = ReaderDrive.named

    /// What libFuzzer calls with every input.
    @_cdecl("LLVMFuzzerTestOneInput")
    public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
        unsafe reader.fuzz(UnsafeBufferPointer(start: start, count: count))
        return 0
    }

    /// What libFuzzer calls to make an input out of another.
    @_cdecl("LLVMFuzzerCustomMutator")
    public func mutate(_ start: UnsafeMutablePointer<UInt8>, _ count: Int, _ limit: Int, _ seed: UInt32) -> Int {
        unsafe Mutation.mutate(start, count, limit: limit, seed: seed)
    }
#else
    @main
    struct Replay {
        static func main() { ReaderDrive.named.replay() }
    }
#endif
