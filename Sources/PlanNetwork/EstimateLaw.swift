import PlanModel
import PlanStatistics

/// An estimate as a shape and its parameters, in double precision: working minutes of a task, or a factor without unit.
struct EstimateLaw: Sendable {
    var shape: DurationLaw.Shape
    var first = 0.0, second = 0.0, third = 0.0
    /// The ends of a tabulated law before it is scaled.
    private var tableEnds = (least: 0.0, greatest: 0.0)

    /// No sample lies further out than this many standard deviations: the normal quantile of 1 − 2⁻²⁴, rounded up.
    static let farthestDeviation = 5.5

    init(_ shape: DurationLaw.Shape, _ first: Double, _ second: Double = 0, _ third: Double = 0) {
        (self.shape, self.first, self.second, self.third) = (shape, first, second, third)
    }

    /// A number of times what a table holds.
    init(times scale: Double, of table: StepQuantile, in tables: inout QuantileTables) {
        self.init(.tabulated, scale, Double(tables.place(of: table)))
        tableEnds = (table.least, table.greatest)
    }

    /// The least that can be drawn; below 0 where a draw is cut off there.
    var least: Double {
        switch shape {
        case .fixed, .uniform, .triangular, .pert: first
        case .lognormal: Elementary.exp(first - second * Self.farthestDeviation)
        case .normal: 0
        case .tabulated: first * tableEnds.least
        }
    }

    /// The greatest that can be drawn.
    var greatest: Double {
        switch shape {
        case .fixed: first
        case .uniform, .triangular, .pert: third
        case .lognormal: Elementary.exp(first + second * Self.farthestDeviation)
        case .normal: first + second * Self.farthestDeviation
        // Floats may round the last piece up a little.
        case .tabulated: first * tableEnds.greatest * (1 + 0x1p-20)
        }
    }

    /// Whether its ends are one number to the kernel.
    var isPoint: Bool { [.uniform, .triangular, .pert].contains(shape) && Float(first) == Float(third) }

    /// The law of a share of it.
    func scaled(by share: Double) -> EstimateLaw {
        var result = self
        switch shape {
        case .lognormal: result.first += Elementary.log(share)
        case .tabulated: result.first *= share
        default: (result.first, result.second, result.third) = (first * share, second * share, third * share)
        }
        return result
    }

    /// The form that kernels take.
    func law(longest: Int32) -> DurationLaw { DurationLaw(shape, Float(first), Float(second), Float(third), longest: longest) }

    /// A three-point estimate as a law; `nil` if no such law has it.
    static func threePoints(_ low: Double, _ mode: Double, _ high: Double, _ name: DistributionName) -> EstimateLaw? {
        switch name {
        case .fixed: return EstimateLaw(.fixed, mode)
        case .uniform: return EstimateLaw(.uniform, low, mode, high)
        case .triangular, .pert:
            guard low <= mode, mode <= high else { return nil }
            return EstimateLaw(name == .pert ? .pert : .triangular, low, mode, high)
        case .lognormal:
            return LognormalDistribution(p10: low, p50: mode, p90: high).map {
                EstimateLaw(.lognormal, Elementary.log($0.median), $0.logStandardDeviation)
            }
        case .normal: return EstimateLaw(.normal, (low + 4 * mode + high) / 6, (high - low) / 6)
        case .uniformP10P90:
            return UniformDistribution(p10: low, p90: high).map { EstimateLaw(.uniform, $0.low, mode, $0.high) }
        case .triangularP10P90:
            return TriangularDistribution(p10: low, mode: mode, p90: high).map {
                EstimateLaw(.triangular, $0.low, mode, $0.high)
            }
        case .pertP10P90:
            return PERTDistribution(p10: low, mode: mode, p90: high).map { EstimateLaw(.pert, $0.low, mode, $0.high) }
        case .discrete, .empirical: return nil
        }
    }

    /// A mean and a standard deviation as a law; `nil` if the shape has no moments to give.
    static func moments(_ mean: Double, _ deviation: Double, _ name: DistributionName?) -> EstimateLaw? {
        if deviation == 0 { return EstimateLaw(.fixed, mean) }
        switch name {
        case .normal: return EstimateLaw(.normal, mean, deviation)
        case .lognormal:
            return LognormalDistribution(mean: mean, standardDeviation: deviation).map {
                EstimateLaw(.lognormal, Elementary.log($0.median), $0.logStandardDeviation)
            }
        default: return nil
        }
    }
}
