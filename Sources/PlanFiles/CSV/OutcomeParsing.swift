import PlanModel

extension FieldParser {
    /// `3d:0.5; 5d:0.3; 10d:0.2` or, of factors, `0.9:0.2; 1.1:0.8`: values and probabilities, and whether a duration was rounded.
    static func outcomes(_ bytes: Bytes, _ unit: Outcomes.Unit, units: WorkUnits) -> Result<(Outcomes, Bool), Refusal> {
        let example = unit == .duration ? "3d:0.5; 5d:0.3; 10d:0.2" : "0.9:0.2; 1.1:0.5; 1.5:0.3"
        let refusal = Refusal(code: "bad-outcomes", expected: "expected values and their probabilities such as \(example)")
        var (all, isRounded): ([Outcomes.Outcome], Bool) = ([], false)
        for item in unsafe Array(bytes).split(separator: 0x3b, omittingEmptySubsequences: false) {
            let parts = item.split(separator: 0x3a, omittingEmptySubsequences: false).map { trimmed($0) }
            guard parts.count == 2, !parts[0].isEmpty,
                let value = unsafe parts[0].withUnsafeBufferPointer({ unsafe outcome($0, unit, units) }),
                let probability = unsafe parts[1].withUnsafeBufferPointer({ unsafe wholeNumber($0) })
            else { return .failure(refusal) }
            guard probability > 0, probability <= 1 else {
                return .failure(Refusal(code: "bad-outcomes", expected: "expected probabilities above 0 and up to 1"))
            }
            isRounded = isRounded || value.isRounded
            all.append(Outcomes.Outcome(value.value, probability))
        }
        if let outcomes = Outcomes(all) { return .success((outcomes, isRounded)) }
        let sum = all.reduce(0) { $0 + $1.probability }
        return .failure(Refusal(code: "bad-outcomes", expected: "expected probabilities that sum to 1; these sum to \(sum)"))
    }

    private static func outcome(_ bytes: Bytes, _ unit: Outcomes.Unit, _ units: WorkUnits) -> (value: Double, isRounded: Bool)?
    {
        if unit == .factor {
            guard let value = unsafe wholeNumber(bytes), value >= 0 else { return nil }
            return (value, false)
        }
        guard case .success(let span) = unsafe workSpan(bytes, units: units, isLag: false) else { return nil }
        return (Double(span.minutes), span.isRounded)
    }

    private static func trimmed(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        Array(bytes.drop { $0 == 0x20 }.reversed().drop { $0 == 0x20 }.reversed())
    }
}
