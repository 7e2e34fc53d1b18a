import CKernels
import PlanStatistics

/// Cuts a CSV file into pieces that begin and end with whole records, for as many threads.
///
/// A line end inside quotes ends no record. Whether a byte lies inside quotes follows from the parity of the quotes before it,
/// because a quote inside a field is doubled; a file that breaks this rule is malformed, and is read again in one piece so that
/// its faults are placed right.
enum FileSplitter {
    /// Files below this size are not worth cutting, bytes.
    static let smallest = 1 << 20

    /// Where pieces begin; the first value is `start`, ascending.
    static func starts(of bytes: UnsafeBufferPointer<UInt8>, from start: Int, pieces: Int, threads: Int) -> [Int] {
        guard pieces > 1, bytes.count - start > smallest else { return [start] }
        let length = (bytes.count - start + pieces - 1) / pieces
        let shared = unsafe Shared(bytes: bytes)
        let quotes = Parallel.map(count: pieces, threads: threads) { piece in
            let from = start + piece * length
            return unsafe hw_count(shared.bytes.baseAddress! + from, min(length, shared.bytes.count - from), 0x22)
        }
        var starts = [start]
        var inside = false
        for piece in 1..<pieces {
            if quotes[piece - 1] & 1 == 1 { inside.toggle() }
            let cut = unsafe recordStart(in: bytes, from: start + piece * length, isInside: inside)
            if cut > starts.last!, cut < bytes.count { starts.append(cut) }
        }
        return starts
    }

    /// Bytes that outlive the threads that read them.
    @safe struct Shared: @unchecked Sendable {
        let bytes: UnsafeBufferPointer<UInt8>
    }

    private static func recordStart(in bytes: UnsafeBufferPointer<UInt8>, from start: Int, isInside: Bool) -> Int {
        var inside = isInside
        var at = start
        while at < bytes.count {
            let byte = unsafe bytes[at]
            at += 1
            if byte == 0x22 { inside.toggle() }
            if byte == 0x0a, !inside { return at }
        }
        return bytes.count
    }
}
