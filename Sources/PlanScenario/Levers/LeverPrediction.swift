/// What sets of moves would come to if each did beside others what it does alone: replication by replication, as all share their random numbers.
struct LeverPrediction {
    /// By replication of the first look: working minutes from the due date to the finish.
    private let base: [Int32]
    /// By move and replication: how many minutes that changes.
    private var changes: [Int: [Int32]] = [:]

    init(base: [Int32]) { self.base = base }

    /// Learns what a move does alone.
    mutating func learn(_ place: Int, _ trial: LeverTrial) {
        changes[place] = zip(trial.lateness, base).map { $0 - $1 }
    }

    /// A predicted share on time, and the mean minutes from the due date to the finish.
    struct Outlook: Comparable {
        let onTime: Double, lateness: Double

        /// A better one is larger: more often on time, then earlier.
        static func < (left: Self, right: Self) -> Bool {
            left.onTime != right.onTime ? left.onTime < right.onTime : left.lateness > right.lateness
        }
    }

    /// What a set would come to; moves that were never seen alone count as nothing.
    func outlook(_ moves: MoveSet) -> Outlook { outlook(from: base, moves) }

    /// What moves would add to a trial of others.
    func outlook(of trial: LeverTrial, with place: Int) -> Outlook { outlook(from: trial.lateness, MoveSet([place])) }

    /// What was seen of a trial, over the replications of the first look.
    func outlook(of trial: LeverTrial) -> Outlook { outlook(from: trial.lateness, .none) }

    private func outlook(from start: [Int32], _ moves: MoveSet) -> Outlook {
        var late = start.map(Int64.init)
        for place in moves.places {
            guard let change = changes[place] else { continue }
            for replication in late.indices { late[replication] += Int64(change[replication]) }
        }
        let count = Double(max(late.count, 1))
        return Outlook(
            onTime: Double(late.count { $0 <= 0 }) / count, lateness: Double(late.reduce(0, +)) / count)
    }
}
