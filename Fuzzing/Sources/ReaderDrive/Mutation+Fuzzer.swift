#if FUZZING
    @_silgen_name("LLVMFuzzerMutate")
    private func mutateBytes(_ start: UnsafeMutablePointer<UInt8>, _ count: Int, _ limit: Int) -> Int

    extension Mutation {
        /// Changes an input in place: words and lines two times of three, else bytes as libFuzzer does.
        ///
        /// - Returns: its new length.
        public static func mutate(_ start: UnsafeMutablePointer<UInt8>, _ count: Int, limit: Int, seed: UInt32) -> Int {
            guard seed % 3 > 0 else { return unsafe mutateBytes(start, count, limit) }
            var mutation = Mutation(seed: seed)
            let changed = unsafe mutation.change(Array(UnsafeBufferPointer(start: start, count: count)), limit: limit)
            unsafe start.update(from: changed, count: changed.count)
            return changed.count
        }
    }
#endif
