/// The order in which people expect identifiers: runs of digits by their value, so that G2 stands before G10.
///
/// A total order on different texts: where values are equal the one with fewer leading zeros comes first, then bytes decide.
public enum NaturalOrder {
    /// Whether one text stands before another.
    public static func isBefore(_ left: String, _ right: String) -> Bool {
        var (left, right) = (left, right)
        return left.withUTF8 { left in
            right.withUTF8 { right in unsafe compare(left.span, right.span) < 0 }
        }
    }

    /// The rows of an identifier column in natural order.
    ///
    /// - Complexity: O(rows) where they stand in order already, else O(rows log rows).
    public static func sortedRows(_ texts: TextColumn) -> [Int32] {
        let rows = (0..<texts.count).map(Int32.init)
        func before(_ left: Int32, _ right: Int32) -> Bool {
            let bytes = texts.bytes.span
            let (a, b) = (bytes.extracting(texts.range(Int(left))), bytes.extracting(texts.range(Int(right))))
            return compare(a, b) < 0
        }
        let isSorted = rows.dropFirst().allSatisfy { !before($0, $0 - 1) }
        if isSorted { return rows }
        guard let keys = numberKeys(texts) else { return rows.sorted(by: before) }
        return rows.map { (key: keys[Int($0)], row: $0) }.sorted { $0.key < $1.key }.map(\.row)
    }

    /// Where all texts are one prefix and one number below 2⁵⁶, as ids mostly are: numbers that sort as the texts do. `nil` elsewhere.
    private static func numberKeys(_ texts: TextColumn) -> [UInt64]? {
        let bytes = texts.bytes.span
        let first = bytes.extracting(texts.range(0))
        guard let digits = first.indices.first(where: { isDigit(first[$0]) }) else { return nil }
        var keys = [UInt64]()
        keys.reserveCapacity(texts.count)
        for row in 0..<texts.count {
            let text = bytes.extracting(texts.range(row))
            guard text.count > digits, text.count < digits + 200 else { return nil }
            for place in 0..<digits where text[place] != first[place] { return nil }
            var start = digits
            let zeros = skipZeros(text, &start)
            var value: UInt64 = 0
            for place in start..<text.count {
                guard isDigit(text[place]), value < 1 << 52 else { return nil }
                value = value * 10 + UInt64(text[place] - UInt8(ascii: "0"))
            }
            keys.append(value << 8 | UInt64(zeros))
        }
        return keys
    }

    /// Below, at or above 0 where the left text stands before, is, or stands after the right one.
    private static func compare(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Int {
        var (i, j, tie) = (0, 0, 0)
        while i < left.count, j < right.count {
            if isDigit(left[i]), isDigit(right[j]) {
                let (zerosLeft, zerosRight) = (skipZeros(left, &i), skipZeros(right, &j))
                let (startLeft, startRight) = (i, j)
                var difference = 0
                while i < left.count, j < right.count, isDigit(left[i]), isDigit(right[j]) {
                    if difference == 0 { difference = Int(left[i]) - Int(right[j]) }
                    (i, j) = (i + 1, j + 1)
                }
                let (longerLeft, longerRight) = (i < left.count && isDigit(left[i]), j < right.count && isDigit(right[j]))
                if longerLeft != longerRight { return longerLeft ? 1 : -1 }
                if difference != 0 { return difference }
                if tie == 0 { tie = zerosLeft - zerosRight }
                assert(i - startLeft == j - startRight)
            } else {
                if left[i] != right[j] { return Int(left[i]) - Int(right[j]) }
                (i, j) = (i + 1, j + 1)
            }
        }
        let (restLeft, restRight) = (left.count - i, right.count - j)
        return restLeft != restRight ? restLeft - restRight : tie
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }

    private static func skipZeros(_ text: Span<UInt8>, _ place: inout Int) -> Int {
        let start = place
        while place < text.count, text[place] == UInt8(ascii: "0") { place += 1 }
        return place - start
    }
}
