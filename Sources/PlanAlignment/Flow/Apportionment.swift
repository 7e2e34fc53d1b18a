/// Splits whole minutes by weights, so that the parts add up to the whole.
///
/// The largest-remainder method: each part gets the whole number below its quota, and the minutes left over, fewer than there are parts, go
/// one each to the parts with the largest remainders, of equal ones to the first. So each part lies less than a minute from its quota, and
/// the parts add up exactly. Quotas are products of 128 bits: nothing is rounded before it has to be.
///
/// Source: M. Balinski and H. P. Young, "Fair Representation" (1982), the method of Hamilton.
enum Apportionment {
    /// The parts.
    ///
    /// - Parameters:
    ///   - amount: minutes, 0 or more.
    ///   - weights: 0 or more each, above 0 together, below 2⁶³ together; they decide alone, not their scale.
    /// - Returns: a part for each weight, 0 or more; `amount` together.
    /// - Complexity: O(k log k) for k weights.
    static func split(_ amount: Int64, by weights: some RandomAccessCollection<Int64>) -> [Int64] {
        let total = weights.reduce(0, +)
        precondition(amount >= 0 && total > 0)
        if weights.count == 1 { return [amount] }
        var (parts, rest): ([Int64], [UInt64]) = ([], [])
        for weight in weights {
            let product = amount.multipliedFullWidth(by: weight)
            let (quotient, remainder) = UInt64(total).dividingFullWidth((UInt64(product.high), product.low))
            parts.append(Int64(quotient))
            rest.append(remainder)
        }
        let left = Int(amount - parts.reduce(0, +))
        assert(left < parts.count)
        guard left > 0 else { return parts }
        for place in parts.indices.sorted(by: { (rest[$1], $0) < (rest[$0], $1) }).prefix(left) { parts[place] += 1 }
        return parts
    }
}
