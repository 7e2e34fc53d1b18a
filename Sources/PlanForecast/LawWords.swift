import CKernels
import PlanNetwork
import PlanStatistics

/// A law in the kernel's words: its shape and its parameters (layout at `hw_program`).
enum LawWords {
    /// The kernel's word for a shape.
    static func shape(_ law: DurationLaw) -> UInt32 {
        switch law.shape {
        case .fixed: UInt32(HW_FIXED)
        case .uniform: UInt32(HW_UNIFORM)
        case .triangular: UInt32(HW_TRIANGULAR)
        case .pert: UInt32(HW_PERT)
        case .lognormal: UInt32(HW_LOGNORMAL)
        case .normal: UInt32(HW_NORMAL)
        case .tabulated: UInt32(HW_TABULATED)
        }
    }

    /// Appends the parameters of a law that is not fixed.
    static func append(_ law: DurationLaw, to words: inout [UInt32]) {
        let (a, m, b) = (law.first, law.second, law.third)
        switch law.shape {
        case .fixed: break
        case .uniform: append([a, b - a], &words)
        case .triangular: append([a, m, b], &words)
        case .pert:
            let place = PERTTables.place(of: min(max((Double(m) - Double(a)) / (Double(b) - Double(a)), 0), 1))
            append([a, b - a], &words)
            words.append(UInt32(place.table))
            words.append(place.weight.bitPattern)
        case .lognormal: append([a, m], &words)
        case .normal: append([a, m, Float(StandardNormal.cumulative(-Double(a) / Double(m)))], &words)
        case .tabulated:
            words.append(a.bitPattern)
            words.append(UInt32(m))
        }
    }

    private static func append(_ values: [Float], _ words: inout [UInt32]) {
        for value in values { words.append(value.bitPattern) }
    }
}
