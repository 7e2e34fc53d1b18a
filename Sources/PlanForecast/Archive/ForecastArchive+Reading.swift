extension ForecastArchive {
    /// Reads a file and checks all that can be told without the plan.
    ///
    /// - Parameter bytes: the whole file.
    /// - Throws: why it is no forecast that can be shown.
    /// - Complexity: O(bytes), in time and memory, whatever the file says.
    public init(bytes: [UInt8]) throws(ArchiveError) {
        let head = Self.magic.count + 4 + 8
        guard bytes.starts(with: Self.magic) else {
            let isCut = bytes.count < Self.magic.count && Self.magic.starts(with: bytes) && !bytes.isEmpty
            throw isCut ? .cutShort(found: bytes.count, expected: UInt64(head + 8)) : .notAForecast
        }
        guard bytes.count >= head + 8 else { throw .cutShort(found: bytes.count, expected: UInt64(head + 8)) }
        var start = ArchiveReader(bytes[Self.magic.count..<head])
        let version: UInt32 = try start.number()
        guard version == Self.formatVersion else { throw .otherVersion(version) }
        let length: UInt64 = try start.number()
        guard length <= UInt64(bytes.count) else { throw .cutShort(found: bytes.count, expected: length) }
        guard length == UInt64(bytes.count) else { throw .damaged("more follows after its end") }
        var end = ArchiveReader(bytes[(bytes.count - 8)...])
        guard try end.number() == Self.checksum(bytes[..<(bytes.count - 8)]) else { throw .damaged("its checksum is wrong") }
        var reader = ArchiveReader(bytes[head..<bytes.count - 8])
        try reader.section("HEAD") { (reader) throws(ArchiveError) in try readHead(&reader) }
        try reader.section("SETT") { (reader) throws(ArchiveError) in try readSettings(&reader) }
        let samples = settings.samples
        finishes = try reader.section("FINI") { (reader) throws(ArchiveError) in
            try reader.list(least: 13 + samples) { (reader) throws(ArchiveError) in try Self.finishes(&reader, samples) }
        }
        try reader.section("CRIT") { (reader) throws(ArchiveError) in try readPaths(&reader) }
        try reader.section("EVEN") { (reader) throws(ArchiveError) in try readEvents(&reader) }
        merges = try reader.section("MERG") { (reader) throws(ArchiveError) in
            try reader.list(least: 16) { (reader) throws(ArchiveError) in
                let merge = Merge(node: try reader.number(), minutes: try reader.double())
                guard merge.minutes >= 0, merge.minutes <= 0x1p32 else {
                    throw .damaged("a merge point has impossible minutes")
                }
                return merge
            }
        }
        guard reader.left == 0 else { throw .damaged("more follows after its last part") }
    }

    private mutating func readHead(_ reader: inout ArchiveReader) throws(ArchiveError) {
        (headway, planName, inputHash) = (try reader.text(), try reader.text(), try reader.text())
        (taskCount, targetCount) = (
            Int(clamping: try reader.number(UInt64.self)), Int(clamping: try reader.number(UInt64.self))
        )
    }

    private mutating func readSettings(_ reader: inout ArchiveReader) throws(ArchiveError) {
        let samples: UInt64 = try reader.number()
        guard (1...UInt64(Self.mostSamples)).contains(samples) else { throw .damaged("it has \(samples) samples") }
        settings.samples = Int(samples)
        settings.seed = try reader.number()
        settings.isStratified = try reader.number(UInt8.self) != 0
        let (kind, most) = (try reader.number(UInt8.self), try reader.double())
        guard kind == 0 || most > 0 && most.isFinite else { throw .damaged("a precision is not above 0") }
        settings.precision = kind == 0 ? nil : kind == 1 ? .minutes(most) : .share(most)
        precisionTargets = try reader.identities()
        mitigated = try reader.identities()
    }

    private static func finishes(_ reader: inout ArchiveReader, _ samples: Int) throws(ArchiveError) -> Finishes {
        let (target, least, width) = (
            try reader.number(UInt64.self), try reader.number(Int32.self), try reader.number(UInt8.self)
        )
        guard (1...4).contains(width), samples <= reader.left / Int(width) else { throw .damaged("finishes are missing") }
        var positions: [Int32] = []
        positions.reserveCapacity(samples)
        for _ in 0..<samples {
            let excess: UInt32 = try reader.number(bytes: Int(width))
            guard let position = Int32(exactly: Int64(least) + Int64(excess)) else { throw .damaged("a finish is impossible") }
            positions.append(position)
        }
        return Finishes(target: target, positions: positions)
    }

    private mutating func readPaths(_ reader: inout ArchiveReader) throws(ArchiveError) {
        let (targets, samples) = (try reader.identities(), Int32(settings.samples))
        pathTargets = targets
        paths = try reader.list(least: 12) { (reader) throws(ArchiveError) in
            let node: UInt64 = try reader.number()
            let entries = try reader.list(least: 16) {
                (reader) throws(ArchiveError) -> (place: Int, count: Int32, excess: Int64) in
                let (place, count) = (Int(try reader.number(UInt32.self)), try reader.number(Int32.self))
                let excess: Int64 = try reader.number()
                guard place < targets.count, (1...samples).contains(count), excess.magnitude < 1 << 56 else {
                    throw .damaged("a task on a driving path has impossible counts")
                }
                return (place, count, excess)
            }
            guard Set(entries.map(\.place)).count == entries.count else { throw .damaged("a task is counted twice") }
            return Path(node: node, entries: entries)
        }
    }

    private mutating func readEvents(_ reader: inout ArchiveReader) throws(ArchiveError) {
        guard try reader.number(UInt8.self) != 0 else { return }
        let (targets, events) = (try reader.identities(), try reader.identities())
        let minutes = try reader.list(least: 8) { (reader) throws(ArchiveError) in try reader.number(Int64.self) }
        guard minutes.count == targets.count * events.count, minutes.allSatisfy({ $0.magnitude < 1 << 56 }) else {
            throw .damaged("the minutes of risks are not as many as they should be")
        }
        self.events = Events(targets: targets, events: events, minutes: minutes)
    }
}
