import PlanModel
import TestSupport
import Testing

@testable import PlanFiles

/// Every truncation and every flipped bit of a small file ends in a plan or in errors.
@Suite struct ImportRobustnessTests {
    private static func files() -> [(String, [UInt8])] {
        [("a.xer", Array(XERSource.small.text().utf8)), ("a.xml", Array(PMXMLReaderTests.small.utf8))]
    }

    private static func check(_ bytes: [UInt8], _ file: String) throws {
        let reading = try ImportReading(bytes: bytes, file: file)
        #expect((reading.plan == nil) != reading.faults.isEmpty)
    }

    @Test func truncations() throws {
        for (file, bytes) in Self.files() {
            for length in 0..<bytes.count { try Self.check(Array(bytes[..<length]), file) }
        }
    }

    @Test func flippedBits() throws {
        for (file, bytes) in Self.files() {
            var copy = bytes
            // One bit of each byte, another one for its neighbour; all of them where long tests are wanted.
            for bit in stride(from: 0, to: bytes.count * 8, by: TestFolders.wantsLongTests ? 1 : 9) {
                copy[bit / 8] ^= 1 << UInt8(bit % 8)
                try Self.check(copy, file)
                copy[bit / 8] ^= 1 << UInt8(bit % 8)
            }
        }
    }
}
