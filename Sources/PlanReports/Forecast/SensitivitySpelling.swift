import PlanForecast
import PlanStatistics

/// How differences, days and correlations are spelt.
extension Spelling {
    /// A number with so many decimals, and a sign also where it is positive if `signed`.
    static func number(_ value: Double, decimals: Int, signed: Bool = false) -> String {
        let scale = [1.0, 10, 100, 1000][min(decimals, 3)]
        let scaled = Int((abs(value) * scale).rounded())
        let sign = scaled == 0 ? "" : value < 0 ? "-" : signed ? "+" : ""
        guard decimals > 0 else { return sign + count(scaled) }
        let digits = String(scaled % Int(scale))
        return sign + count(scaled / Int(scale)) + "." + String(repeating: "0", count: decimals - digits.count) + digits
    }

    /// A difference and its standard error, no finer than the error: `+12.3 ±0.4`.
    static func difference(_ value: Double, _ error: Double?) -> String {
        guard let error else { return number(value, decimals: 1, signed: true) }
        let decimals = error >= 1 ? 0 : 1
        // An error is rounded up: none is claimed to be smaller than it is.
        let tenths = (error * 10).rounded(.up) / 10
        let spelt = decimals == 0 ? number(error, decimals: 0) : number(tenths, decimals: 1)
        return number(value, decimals: decimals, signed: true) + (error == 0 ? "" : " ±\(spelt)")
    }

    /// A difference of minutes in days.
    static func difference(_ estimate: PairedChange.Estimate, per unit: Double) -> String {
        difference(estimate.value / unit, estimate.standardError.map { $0 / unit })
    }
}

/// Bars of one tornado, all on one scale, those below 0 to the left of an axis.
struct SensitivityBars {
    private let left: Int, right: Int
    private let scale: Double

    /// The scale on which all values fit into `width` columns beside the axis.
    init(_ values: [Double], width: Int) {
        let (least, most) = (-min(values.min() ?? 0, 0), max(values.max() ?? 0, 0))
        guard least + most > 0 else {
            (left, right, scale) = (0, width, 0)
            return
        }
        let share = Int((Double(width) * least / (least + most)).rounded())
        left = least > 0 ? min(max(share, 1), most > 0 ? width - 1 : width) : 0
        right = width - left
        scale = min(least > 0 ? Double(left) / least : .infinity, most > 0 ? Double(right) / most : .infinity)
    }

    /// The bar of a value; at least one block for one that is not 0.
    func bar(_ value: Double) -> String {
        let length = value == 0 ? 0 : max(1, Int((abs(value) * scale).rounded()))
        let blocks = String(repeating: "█", count: min(length, value < 0 ? left : right))
        let room = String(repeating: " ", count: left - (value < 0 ? blocks.count : 0))
        return room + (value < 0 ? blocks : "") + "│" + (value < 0 ? "" : blocks)
    }
}
