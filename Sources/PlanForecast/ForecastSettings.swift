import CKernels

/// How a forecast is computed. But for the seed, the number of samples and whether they are stratified none of this changes a result.
public struct ForecastSettings: Sendable, Hashable {
    /// The level of vector instructions that the kernel uses.
    public enum Kernel: Int32, Sendable, CaseIterable {
        /// What every machine of the architecture has.
        case baseline
        /// x86-64-v3: AVX2.
        case v3
        /// x86-64-v4: AVX-512.
        case v4

        /// The best that this machine can run.
        public static var best: Kernel { Kernel(rawValue: hw_best_clone())! }
        /// All that this machine can run.
        public static var available: [Kernel] { allCases.filter { $0.rawValue <= best.rawValue } }
    }

    /// How exact a forecast has to be before it stops.
    public enum Precision: Sendable, Hashable {
        /// The standard error of the P80 of every target asked for, working minutes of the plan's calendar.
        case minutes(Double)
        /// The standard error of the probability to be on time of every target asked for that has a due date.
        case share(Double)
    }

    /// Replications, 1 or more; with a precision, the most that are run.
    public var samples: Int
    /// What all randomness is keyed by.
    public var seed: UInt64
    /// Threads at most, 1 or more.
    public var threads: Int
    /// Blocks of 64 replications that a thread takes at a time, 1 or more.
    public var blocksAtATime: Int
    /// The kernel's level; one that the machine can run.
    public var kernel: Kernel
    /// Whether the 64 replications of a block take one stratum each of every variable; otherwise all are independent.
    public var isStratified: Bool
    /// When to stop before `samples`; `nil` to run them all.
    public var precision: Precision?
    /// The targets (indices) that the precision is asked for; `nil` for all that are kept.
    public var precisionTargets: [Int]?
    /// Targets (indices) for which tasks get a criticality index; `nil` for all initiatives, or the plan where there are none.
    public var criticalityTargets: [Int]?

    /// Settings; two thousand stratified replications with seed 1 on one thread unless said otherwise.
    public init(
        samples: Int = 2_000, seed: UInt64 = 1, threads: Int = 1, blocksAtATime: Int = 1, kernel: Kernel = .best,
        isStratified: Bool = true, criticalityTargets: [Int]? = nil
    ) {
        precondition(samples >= 1 && threads >= 1 && blocksAtATime >= 1 && Kernel.available.contains(kernel))
        (self.samples, self.seed, self.threads, self.blocksAtATime) = (samples, seed, threads, blocksAtATime)
        (self.kernel, self.isStratified, self.criticalityTargets) = (kernel, isStratified, criticalityTargets)
    }
}
