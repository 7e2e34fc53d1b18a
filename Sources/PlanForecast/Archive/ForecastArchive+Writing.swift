import PlanStatistics

extension ForecastArchive {
    /// The file.
    ///
    /// - Complexity: O(targets × samples).
    public func bytes() -> [UInt8] {
        var body = ArchiveWriter()
        body.section("HEAD", writeHead)
        body.section("SETT", writeSettings)
        body.section("FINI") { $0.write(finishes, Self.write) }
        body.section("CRIT", writePaths)
        body.section("EVEN", writeEvents)
        body.section("MERG") { writer in
            writer.write(merges) { writer, merge in
                writer.write(merge.node)
                writer.write(merge.minutes)
            }
        }
        var file = ArchiveWriter()
        for byte in Self.magic { file.write(byte) }
        file.write(Self.formatVersion)
        file.write(UInt64(Self.magic.count + 4 + 8 + body.bytes.count + 8))
        var bytes = file.bytes + body.bytes
        let checksum = Self.checksum(bytes[...])
        bytes += (0..<8).map { UInt8(truncatingIfNeeded: checksum >> UInt64($0 * 8)) }
        return bytes
    }

    static func checksum(_ bytes: ArraySlice<UInt8>) -> UInt64 {
        unsafe bytes.withUnsafeBufferPointer { unsafe Identity.of($0) }
    }

    private func writeHead(_ writer: inout ArchiveWriter) {
        writer.write(headway)
        writer.write(planName)
        writer.write(inputHash)
        writer.write(UInt64(taskCount))
        writer.write(UInt64(targetCount))
    }

    private func writeSettings(_ writer: inout ArchiveWriter) {
        writer.write(UInt64(settings.samples))
        writer.write(settings.seed)
        writer.write(UInt8(settings.isStratified ? 1 : 0))
        switch settings.precision {
        case nil:
            writer.write(UInt8(0))
            writer.write(0.0)
        case .minutes(let most):
            writer.write(UInt8(1))
            writer.write(most)
        case .share(let most):
            writer.write(UInt8(2))
            writer.write(most)
        }
        writer.write(precisionTargets) { $0.write($1) }
        writer.write(mitigated) { $0.write($1) }
    }

    private static func write(_ writer: inout ArchiveWriter, _ finishes: Finishes) {
        let (least, most) = finishes.positions.reduce((Int32.max, Int32.min)) { (min($0.0, $1), max($0.1, $1)) }
        let span = UInt32(Int64(most) - Int64(least))
        let width = span >> 8 == 0 ? 1 : span >> 16 == 0 ? 2 : span >> 24 == 0 ? 3 : 4
        writer.write(finishes.target)
        writer.write(least)
        writer.write(UInt8(width))
        for position in finishes.positions { writer.write(UInt32(Int64(position) - Int64(least)), bytes: width) }
    }

    private func writePaths(_ writer: inout ArchiveWriter) {
        writer.write(pathTargets) { $0.write($1) }
        writer.write(paths) { writer, path in
            writer.write(path.node)
            writer.write(path.entries) { writer, entry in
                writer.write(UInt32(entry.place))
                writer.write(entry.count)
                writer.write(entry.excess)
            }
        }
    }

    private func writeEvents(_ writer: inout ArchiveWriter) {
        writer.write(UInt8(events == nil ? 0 : 1))
        guard let events else { return }
        writer.write(events.targets) { $0.write($1) }
        writer.write(events.events) { $0.write($1) }
        writer.write(events.minutes) { $0.write($1) }
    }
}
