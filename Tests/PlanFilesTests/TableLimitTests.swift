import Foundation
import PlanModel
import TestSupport
import Testing

@testable import PlanFiles

/// Input made to exhaust a reader ends soon, with a fault.
@Suite struct TableLimitTests {
    @Test func aMillionColumns() throws {
        let header = "id,name,project" + String(repeating: ",x", count: 1_000_000)
        #expect(
            try FolderReading(["tasks.csv": header + "\n"]).faults.contains { $0.code == "too-many-columns" && $0.line == 1 })
    }

    @Test func aHundredMegabyteField() throws {
        var bytes = Data("id,name,project\n1,\"".utf8)
        bytes += Data(repeating: 0x61, count: 100_000_000)
        let closed = try FolderReading(bytes: ["tasks.csv": bytes + Data("\",\n".utf8)])
        #expect(closed.places == ["field-too-long tasks.csv:2 name"])
        let open = try FolderReading(bytes: ["tasks.csv": bytes], threads: 2)
        #expect(open.places == ["open-quote tasks.csv:2 name", "field-count tasks.csv:2 -"])
    }

    @Test func aHundredMegabytesOfDoubledQuotes() throws {
        var bytes = Data("id,name,project\n1,\"".utf8)
        bytes += Data(repeating: 0x22, count: 100_000_000) + Data("\",\n".utf8)
        #expect(try FolderReading(bytes: ["tasks.csv": bytes]).places == ["field-too-long tasks.csv:2 name"])
    }

    /// Every truncation and every replaced byte of a small file ends in a plan or in faults.
    @Test func everyTruncationAndReplacement() throws {
        let text = Data("id,name,project,duration,due\n1,\"A \"\"b\"\"\",,1d 4h,2027-01-05\n2,ü,,4.5h,\n".utf8)
        for cut in 0..<text.count { _ = try FolderReading(bytes: ["tasks.csv": text.prefix(cut)]) }
        for place in text.indices {
            for byte: UInt8 in [0x00, 0x22, 0x2c, 0x0a, 0xff] {
                var changed = text
                changed[place] = byte
                _ = try FolderReading(bytes: ["tasks.csv": changed])
            }
        }
    }
}
