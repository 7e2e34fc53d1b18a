import Foundation
import Headway
import TestSupport
import Testing

/// The files of `Fuzzing/Corpus`, and small files with every truncation and every flipped bit, through the readers and all that follows.
@Suite struct CorpusReplayTests {
    private static func folder(_ reader: ReaderDrive) -> String {
        URL(filePath: TestFolders.datasets).deletingLastPathComponent().appending(path: "Fuzzing/Corpus/\(reader.rawValue)")
            .path
    }

    private static func file(_ name: String, _ reader: ReaderDrive) throws -> [UInt8] {
        try Array(TestFolders.contents(of: "\(folder(reader))/\(name)"))
    }

    /// The smallest file of each kind that holds rows, dates, a calendar and a relation.
    private static func tiny(_ reader: ReaderDrive) throws -> [UInt8] {
        let name = try TestFolders.names(in: folder(reader)).first { $0.hasPrefix("tiny.") }
        return try file(#require(name), reader)
    }

    private static func drive(_ reader: ReaderDrive, _ bytes: [UInt8], follows: Bool = true, _ what: @autoclosure () -> String)
    {
        do { _ = try reader.run(bytes, follows: follows) } catch { Issue.record("\(reader), \(what()): \(error)") }
    }

    @Test(arguments: ReaderDrive.allCases)
    func everyFileOfTheCorpus(_ reader: ReaderDrive) throws {
        let names = try TestFolders.names(in: Self.folder(reader))
        #expect(names.contains { $0.hasPrefix("everything") })
        for name in names { try Self.drive(reader, Self.file(name, reader), name) }
    }

    /// What the fuzzers start from must reach the floors behind the readers.
    @Test(arguments: ReaderDrive.allCases, ["tiny.", "everything."])
    func wholeFilesAreCompiled(_ reader: ReaderDrive, _ start: String) throws {
        let name = try #require(try TestFolders.names(in: Self.folder(reader)).first { $0.hasPrefix(start) })
        guard case .plan(let plan, let faults) = try reader.run(Self.file(name, reader)) else {
            Issue.record("\(reader) \(name) is refused")
            return
        }
        #expect(faults.isEmpty && plan.tasks.count > 1)
    }

    @Test(arguments: ReaderDrive.allCases)
    func everyTruncation(_ reader: ReaderDrive) throws {
        let bytes = try Self.tiny(reader)
        for count in 0...bytes.count { Self.drive(reader, Array(bytes[..<count]), "\(count) bytes") }
    }

    /// Every bit: an error, or a plan that is written and read back the same. One bit of each byte goes on to the forecast.
    @Test(arguments: ReaderDrive.allCases)
    func everyFlippedBit(_ reader: ReaderDrive) throws {
        var bytes = try Self.tiny(reader)
        for bit in 0..<bytes.count * 8 {
            bytes[bit / 8] ^= 1 << UInt8(bit % 8)
            Self.drive(reader, bytes, follows: bit % 9 == 0 || TestFolders.wantsLongTests, "bit \(bit)")
            bytes[bit / 8] ^= 1 << UInt8(bit % 8)
        }
    }
}
