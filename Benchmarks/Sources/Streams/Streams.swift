import CKernels
import PlanStatistics

#if canImport(Glibc)
    import Glibc
#endif

/// Writes random words of the program to standard output for ever, for the batteries of `streams.sh`: 32 bits each, as the machine
/// stores them. Keys are made as a forecast makes them, for tasks `T0`, `T1`, … under one seed.
@main struct Streams {
    static func main() {
        let arguments = CommandLine.arguments.dropFirst().map { $0 }
        guard arguments.count >= 2, arguments.count <= 3, let order = Order(rawValue: arguments[0]),
            let kind = Kind(rawValue: arguments[1]), let seed = UInt64(arguments.count > 2 ? arguments[2] : "1")
        else {
            let usage = Array("usage: Streams task|replication plain|jitter|stratified [SEED]\n".utf8)
            _ = Glibc.write(STDERR_FILENO, usage, usage.count)
            exit(2)
        }
        signal(SIGPIPE, SIG_IGN)
        switch order {
        case .task: taskAfterTask(kind, seed)
        case .replication: replicationAfterReplication(kind, seed)
        }
    }

    /// All words of a task, then those of the next.
    static func taskAfterTask(_ kind: Kind, _ seed: UInt64) {
        var task = 0
        while true {
            let key = key(task, seed)
            write((0..<kind.wordsOfTask).map { kind.word(key, task: task, $0) })
            task += 1
        }
    }

    /// The first word of each of 2²⁰ tasks, then the second, and so on.
    static func replicationAfterReplication(_ kind: Kind, _ seed: UInt64) {
        let keys = (0..<1 << 20).map { key($0, seed) }
        var place: UInt32 = 0
        while true {
            for first in stride(from: 0, to: keys.count, by: 4096) {
                write(kind.words(of: keys[first..<first + 4096], at: place))
            }
            place += 1
        }
    }

    static func key(_ task: Int, _ seed: UInt64) -> StreamKey {
        StreamKey(seed: seed, identity: Identity.of("T\(task)"), purpose: .duration)
    }

    /// Writes all words; ends the program when nobody reads any more.
    static func write(_ words: [UInt32]) {
        words.withUnsafeBytes { bytes in
            var done = 0
            while done < bytes.count {
                let count = Glibc.write(STDOUT_FILENO, bytes.baseAddress! + done, bytes.count - done)
                if count < 0, errno == EPIPE { exit(0) }
                if count < 0, errno != EINTR {
                    perror("Streams")
                    exit(1)
                }
                done += max(count, 0)
            }
        }
    }
}

/// Which words stand beside each other.
enum Order: String {
    /// Those of one task in all its replications.
    case task
    /// Those of all tasks in one replication.
    case replication
}

/// Which random numbers of the program the words are.
enum Kind: String {
    /// The words behind plain uniforms, one a replication.
    case plain
    /// The words behind the places within strata, each for two replications.
    case jitter
    /// The upper 16 of a stratified uniform's 22 bits, six of the stratum and ten of the jitter; two make a word. One replication
    /// of each block: those of a block visit each stratum once, which no test of independence forgives.
    case stratified

    /// 4,096 replications of a task: a word each, or one for two; where only one of a block counts, 4,096 blocks.
    var wordsOfTask: UInt32 { self == .plain ? 4096 : 2048 }

    /// A word of a task.
    func word(_ key: StreamKey, task: Int, _ place: UInt32) -> UInt32 {
        switch self {
        case .plain: hw_stream_word(key.a, key.b, place)
        case .jitter: hw_fmix32(key.a &+ 0x1656_67B1 &+ 8 &+ place &* 0xC2B2_AE3D)
        case .stratified:
            half(key, (2 * place) * 64 + UInt32(task % 64)) | half(key, (2 * place + 1) * 64 + UInt32(task % 64)) << 16
        }
    }

    /// The words that several tasks have at one place.
    func words(of keys: ArraySlice<StreamKey>, at place: UInt32) -> [UInt32] {
        guard self == .stratified else { return keys.map { word($0, task: 0, place) } }
        let replication = place * 64 + place % 64
        return stride(from: keys.startIndex, to: keys.endIndex, by: 2).map {
            half(keys[$0], replication) | half(keys[$0 + 1], replication) << 16
        }
    }

    /// The upper 16 bits of a replication's stratified uniform.
    private func half(_ key: StreamKey, _ replication: UInt32) -> UInt32 {
        Self.orders.withUnsafeBufferPointer {
            UInt32(hw_stratified_uniform($0.baseAddress, key.a, key.b, replication) * 0x1p16)
        }
    }

    private static let orders = StrataOrders.shared
}
