/// Numbers laid over pixels.
struct LinearScale {
    /// What the ends of the axis are.
    let domain: ClosedRange<Double>
    /// Where they are, pixels; the first may be the larger, as of an axis that points up.
    let from: Double, to: Double

    /// An axis; a domain without length is given one.
    init(_ domain: ClosedRange<Double>, from: Double, to: Double) {
        let (low, high) = (domain.lowerBound, domain.upperBound)
        self.domain = low < high ? domain : low - 0.5...high + 0.5
        (self.from, self.to) = (from, to)
    }

    /// The pixel of a number; numbers outside stand at the ends.
    func callAsFunction(_ value: Double) -> Double {
        let share = (value - domain.lowerBound) / (domain.upperBound - domain.lowerBound)
        return from + min(max(share, 0), 1) * (to - from)
    }

    /// Round numbers (1, 2 or 5 times a power of ten apart) within the domain, at least so many pixels apart.
    func ticks(apart pixels: Double) -> [Double] {
        let most = max(1, (abs(to - from) / max(pixels, 1)).rounded(.down))
        let span = domain.upperBound - domain.lowerBound
        var power = 1e-3
        while power * 10 < span / most { power *= 10 }
        let step = [1.0, 2, 5, 10].map { $0 * power }.first { span / $0 <= most } ?? power * 20
        let (first, last) = ((domain.lowerBound / step).rounded(.up), (domain.upperBound / step).rounded(.down))
        return first > last ? [] : (Int(first)...Int(last)).map { Double($0) * step }
    }

    /// A round tick in words: as many decimals as its step needs.
    static func word(_ value: Double) -> String {
        let decimals = value == value.rounded() ? 0 : (value * 10) == (value * 10).rounded() ? 1 : 2
        return Spelling.number(value, decimals: decimals)
    }
}
