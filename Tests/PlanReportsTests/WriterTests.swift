import Headway
import PlanReports
import Testing

private func json(_ write: (inout JSONWriter) -> Void) -> String {
    var json = JSONWriter()
    write(&json)
    return String(decoding: json.bytes, as: UTF8.self)
}

@Suite struct JSONWriterTests {
    @Test(arguments: [
        ("plain", #""plain""#), ("", #""""#), (#"a"b"#, #""a\"b""#), (#"a\b"#, #""a\\b""#), ("a\nb\tc\rd", #""a\nb\tc\rd""#),
        ("\u{0}\u{8}\u{1F}", #""\u0000\u0008\u001f""#), ("é 漢 😀 \u{7F}", "\"é 漢 😀 \u{7F}\""), ("</script>", #""</script>""#),
    ])
    func textsAreEscaped(text: String, expected: String) {
        #expect(json { $0.string(text) } == expected)
        #expect(json { $0.string(TextColumn(["before", text, "after"]), 1) } == expected)
    }

    @Test(arguments: [
        (0, "0"), (7, "7"), (-7, "-7"), (10, "10"), (99, "99"), (100, "100"), (Int.max, "9223372036854775807"),
        (Int.min, "-9223372036854775808"),
    ])
    func wholeNumbersArePlain(value: Int, expected: String) { #expect(json { $0.integer(value) } == expected) }

    /// The shortest digits that read back as the same: 0.1 and not 0.1000000000000000055….
    @Test(arguments: [
        (0.1, "0.1"), (1.0 / 3, "0.3333333333333333"), (0.33, "0.33"), (Double.leastNonzeroMagnitude, "5e-324"),
        (1e21, "1e+21"), (-0.5, "-0.5"),
        (Double.nan, "null"), (Double.infinity, "null"), (-Double.infinity, "null"),
    ])
    func doublesAreShortest(value: Double, expected: String) { #expect(json { $0.double(value) } == expected) }

    @Test func seedsKeepAllTheirBits() { #expect(json { $0.unsigned(UInt64.max) } == "18446744073709551615") }

    @Test func keysStandInTheOrderGiven() {
        let text = json { json in
            json.object { json in
                json.field("z", 1)
                json.field("a", nil as String?)
                json.key("list")
                json.array { json in
                    json.integer(1)
                    json.object { $0.field("x", true) }
                    json.array { _ in }
                    json.object { _ in }
                }
                json.field("when", LocalDateTime(year: 2026, month: 11, day: 22, minuteOfDay: 1020))
                json.field("end", 2)
            }
        }
        #expect(text == #"{"z":1,"a":null,"list":[1,{"x":true},[],{}],"when":"2026-11-22T17:00","end":2}"#)
    }

    @Test func anArrayMayPutItsItemsOnLines() {
        let text = json { json in
            json.object { json in
                json.key("a")
                json.array(onLines: true) { json in
                    json.object { $0.field("x", 1) }
                    json.integer(2)
                }
                json.field("b", 3)
            }
        }
        #expect(text == "{\"a\":[\n{\"x\":1},\n2],\"b\":3}")
    }
}

@Suite struct CSVWriterTests {
    /// What a spreadsheet would compute is shown as text, with an apostrophe before it; numbers and everything else stay as they are.
    @Test func formulasAreShownAsText() {
        let cells = ["=1+1", "+A1", "-2+3", "@SUM(A1)", "\tx", "=\"a,b\"", "-", "-5", "+0.25", "-5 d", "a=b", "'=1"]
        let written = cells.map { cell -> String in
            var csv = CSVWriter(header: [])
            csv.cell(cell)
            return String(decoding: csv.bytes.dropFirst(2), as: UTF8.self)
        }
        #expect(
            written == [
                "'=1+1", "'+A1", "'-2+3", "'@SUM(A1)", "'\tx", "\"'=\"\"a,b\"\"\"", "-", "-5", "+0.25", "'-5 d", "a=b", "'=1",
            ])
    }

    /// RFC 4180: quotes where a comma, a quote or a line break stands; a quote is doubled; nothing else is touched.
    @Test func cellsAreExact() {
        var csv = CSVWriter(header: ["id", "name"])
        csv.cell("1+1=2")
        csv.cell("a,b")
        csv.endRow()
        csv.cell("say \"yes\"")
        csv.cell("two\nlines")
        csv.endRow()
        csv.cell(nil as String?)
        csv.cell(-3)
        csv.endRow()
        #expect(
            String(decoding: csv.bytes, as: UTF8.self)
                == "id,name\r\n1+1=2,\"a,b\"\r\n\"say \"\"yes\"\"\",\"two\nlines\"\r\n,-3\r\n")
    }
}
