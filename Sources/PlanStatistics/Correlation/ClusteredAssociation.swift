/// How two figures of the same subjects go together, where subjects come in clusters that have much in common: Spearman's rank correlation
/// and the Theil–Sen slope, each with an interval
/// from resampling whole clusters.
///
/// The slope is the median of the slopes of all pairs of subjects whose x differ; of more than `mostSlopes` pairs so many are taken at
/// random. Intervals are the 2.5th and 97.5th
/// percentiles over `replications` bootstrap samples, each of as many clusters as there are, drawn with replacement. With few clusters they
/// are too narrow: eight is little.
/// Constant input has no association with anything: rank correlation 0, no slope.
///
/// Source: C. Spearman, American Journal of Psychology 15 (1904) 72–101; P. K. Sen, JASA 63 (1968) 1379–1389; A. C. Davison and D. V.
/// Hinkley, Bootstrap Methods and their Application
/// (1997), 3.8.
public struct ClusteredAssociation: Sendable {
    /// A figure and its 95 % interval.
    public struct Estimate: Sendable, Equatable {
        /// What the subjects themselves give.
        public let value: Double
        /// 95 % of the resampled values lie between these.
        public let low: Double, high: Double
    }

    /// Bootstrap samples.
    public static let replications = 1_000
    /// Slopes of pairs that are looked at, at most.
    public static let mostSlopes = 200_000

    /// Spearman's ρ, midranks for ties: −1 … 1.
    public let rankCorrelation: Estimate
    /// y for one x more; `nil` where x is constant.
    public let slope: Estimate?

    /// - Parameters:
    ///   - x, y: a value each for every subject, finite.
    ///   - clusters: the cluster of each subject, 0 … `clusterCount` − 1.
    ///   - seed: what the resampling is keyed by; the same seed gives the same bits.
    /// - Precondition: as many x as y and clusters; at least one subject, and from 1 to 4,000,000 clusters.
    /// - Complexity: O(replications · (subjects + slopes)).
    public init(x: [Double], y: [Double], clusters: [Int32], clusterCount: Int, seed: UInt64) {
        self.init(
            x: x, y: y, clusters: clusters, clusterCount: clusterCount, seed: seed, replications: Self.replications,
            mostSlopes: Self.mostSlopes)
    }

    /// The same with other limits.
    init(
        x: [Double], y: [Double], clusters: [Int32], clusterCount: Int, seed: UInt64, replications: Int, mostSlopes: Int
    ) {
        precondition(x.count == y.count && x.count == clusters.count && (1...4_000_000).contains(clusterCount) && !x.isEmpty)
        let (xOrder, yOrder) = (TiedOrder(x), TiedOrder(y))
        let slopes = PairSlopes(x, y, most: mostSlopes, seed: seed)
        let stream = RandomStream(StreamKey(seed: seed, identity: 0, purpose: .resampling))
        var (correlations, medians): ([Double], [Double]) = ([], [])
        for replication in 0..<replications {
            var counts = [Int](repeating: 0, count: clusterCount)
            for draw in 0..<clusterCount {
                let word = stream.word(replication: UInt32(truncatingIfNeeded: replication * clusterCount + draw))
                counts[word.scaled(to: clusterCount)] += 1
            }
            let weights = clusters.map { counts[Int($0)] }
            correlations.append(Self.correlation(xOrder, yOrder, weights))
            if let median = slopes.median(weights) { medians.append(median) }
        }
        let ones = [Int](repeating: 1, count: x.count)
        rankCorrelation = Self.estimate(Self.correlation(xOrder, yOrder, ones), correlations)
        slope = slopes.median(ones).map { Self.estimate($0, medians) }
    }

    private static func estimate(_ value: Double, _ resampled: [Double]) -> Estimate {
        guard !resampled.isEmpty else { return Estimate(value: value, low: value, high: value) }
        let sorted = resampled.sorted()
        let tail = sorted.count / 40
        return Estimate(value: value, low: sorted[tail], high: sorted[sorted.count - 1 - tail])
    }

    /// Pearson's correlation of the weighted midranks. Ranks and weights are whole numbers, so the order of subjects changes no bit of
    /// small sums.
    private static func correlation(_ x: TiedOrder, _ y: TiedOrder, _ weights: [Int]) -> Double {
        let (ranksX, ranksY) = (x.centredRanks(weights), y.centredRanks(weights))
        var (xy, xx, yy) = (0.0, 0.0, 0.0)
        for subject in weights.indices where weights[subject] > 0 {
            let (weight, a, b) = (Double(weights[subject]), ranksX[subject], ranksY[subject])
            xy += weight * a * b
            xx += weight * a * a
            yy += weight * b * b
        }
        return xx > 0 && yy > 0 ? xy / (xx * yy).squareRoot() : 0
    }
}

/// Subjects in the order of a figure, ties together: sorted once for all weights.
private struct TiedOrder {
    private let order: [Int]
    /// Where each group of equal values ends in `order`.
    private let ends: [Int]

    init(_ values: [Double]) {
        let order = values.indices.sorted { values[$0] < values[$1] }
        self.order = order
        ends = order.indices.filter { $0 + 1 == order.count || values[order[$0]] != values[order[$0 + 1]] }.map { $0 + 1 }
    }

    /// Twice the midrank of each subject less the mean of all, where each stands as often as its weight says.
    func centredRanks(_ weights: [Int]) -> [Double] {
        var ranks = [Double](repeating: 0, count: order.count)
        let all = weights.reduce(0, +)
        var (start, below) = (0, 0)
        for end in ends {
            let here = order[start..<end].reduce(0) { $0 + weights[$1] }
            // Places below + 1 … below + here, so twice the middle is 2 below + here + 1, and twice the mean of all places all + 1.
            for place in start..<end { ranks[order[place]] = Double(2 * below + here - all) }
            (start, below) = (end, below + here)
        }
        return ranks
    }
}

/// The slopes of pairs of subjects, sorted once for all weights.
private struct PairSlopes {
    private var slopes: [(slope: Double, first: Int32, second: Int32)] = []

    init(_ x: [Double], _ y: [Double], most: Int, seed: UInt64) {
        let pairs = x.count * (x.count - 1) / 2
        if pairs <= most {
            for second in x.indices {
                for first in 0..<second { add(first, second, x, y) }
            }
        } else {
            let stream = RandomStream(StreamKey(seed: seed, identity: 1, purpose: .resampling))
            for draw in 0..<UInt32(most) {
                let (a, b) = (stream.word(replication: 2 * draw), stream.word(replication: 2 * draw + 1))
                let first = a.scaled(to: x.count)
                let other = b.scaled(to: x.count - 1)
                add(first, other < first ? other : other + 1, x, y)
            }
        }
        slopes.sort { $0.slope < $1.slope }
    }

    private mutating func add(_ first: Int, _ second: Int, _ x: [Double], _ y: [Double]) {
        guard x[first] != x[second] else { return }
        slopes.append(((y[second] - y[first]) / (x[second] - x[first]), Int32(first), Int32(second)))
    }

    /// The median slope where each subject stands as often as its weight says; the lower one of two in the middle and the upper one are averaged.
    func median(_ weights: [Int]) -> Double? {
        let all = slopes.reduce(0) { $0 + weights[Int($1.first)] * weights[Int($1.second)] }
        guard all > 0 else { return nil }
        var (sum, lower): (Int, Double?) = (0, nil)
        for entry in slopes {
            sum += weights[Int(entry.first)] * weights[Int(entry.second)]
            if let lower { if 2 * sum > all { return (lower + entry.slope) / 2 } else { continue } }
            if 2 * sum > all { return entry.slope }
            if 2 * sum == all { lower = entry.slope }
        }
        return lower
    }
}

extension UInt32 {
    /// A random word as one of 0 … count − 1, each as likely but for one part in 2³² / count.
    fileprivate func scaled(to count: Int) -> Int { Int((UInt64(self) * UInt64(count)) >> 32) }
}
