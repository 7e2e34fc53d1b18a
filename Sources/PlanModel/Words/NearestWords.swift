/// The words that someone may have meant.
public enum NearestWords {
    /// Up to three words that take the fewest changes of a character, at most half of them.
    ///
    /// - Parameters:
    ///   - word: what was typed.
    ///   - words: what there is, in any order.
    public static func to(_ word: String, of words: [String]) -> [String] {
        let wanted = Array(word.lowercased().utf8)
        let near = words.compactMap { candidate -> (word: String, distance: Int)? in
            let given = Array(candidate.lowercased().utf8)
            guard abs(given.count - wanted.count) <= wanted.count / 2 else { return nil }
            let distance = distance(given, wanted)
            return distance <= max(1, wanted.count / 2) ? (candidate, distance) : nil
        }
        let sorted = near.sorted {
            $0.distance != $1.distance ? $0.distance < $1.distance : NaturalOrder.isBefore($0.word, $1.word)
        }
        return sorted.prefix(3).map(\.word)
    }

    /// The fewest insertions, deletions and replacements from one word to the other.
    ///
    /// Source: V. I. Levenshtein, Soviet Physics Doklady 10 (1966).
    private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
        var row = Array(0...right.count)
        for (i, byte) in left.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for j in right.indices {
                let replaced = diagonal + (byte == right[j] ? 0 : 1)
                diagonal = row[j + 1]
                row[j + 1] = min(replaced, row[j] + 1, row[j + 1] + 1)
            }
        }
        return row[right.count]
    }
}
