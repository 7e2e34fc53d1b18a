public import PlanModel
public import PlanNetwork
public import PlanSchedule

/// Finds where paths lead by what people type: a target as in `TargetLookup`, else a task's id, else `plan` for the whole plan.
///
/// `task:ID` names a task whose id a target has too.
public struct PathEndLookup: Sendable {
    private static let taskPrefix = "task:"

    private let plan: Plan
    private let structure: NetworkStructure
    private let names: TargetNames
    private let targets: TargetLookup

    /// Looks in a plan.
    public init(_ plan: Plan, _ network: Network) {
        (self.plan, structure) = (plan, network.structure)
        (names, targets) = (TargetNames(plan, network), TargetLookup(plan, network))
    }

    /// What a word names.
    public enum Answer: Sendable, Hashable {
        /// One target or task.
        case found(PathEnd)
        /// Several kinds have the id; each as `kind:ID`.
        case ambiguous([String])
        /// Nothing has it; ids that look alike.
        case unknown(nearest: [String])
    }

    /// What a word names.
    public func find(_ word: String) -> Answer {
        switch targets.find(word) {
        case .found(let target): .found(.target(target))
        case .ambiguous(let words): .ambiguous(words)
        case .unknown(let nearest):
            if let row = plan.tasks.row(of: word) ?? prefixedTask(word) {
                .found(.task(Int(structure.nodeOfTask[row])))
            } else if word == TargetKind.plan.rawValue {
                .found(.target(0))
            } else {
                .unknown(nearest: self.nearest(word, targets: nearest))
            }
        }
    }

    private func prefixedTask(_ word: String) -> Int? {
        word.hasPrefix(Self.taskPrefix) ? plan.tasks.row(of: String(word.dropFirst(Self.taskPrefix.count))) : nil
    }

    /// Of targets and tasks alike; where the word says of which kind it is, of that kind.
    private func nearest(_ word: String, targets: [String]) -> [String] {
        let tasks = plan.tasks.texts(.id).map { texts in (0..<texts.count).map { texts[$0] } } ?? []
        if word.hasPrefix(Self.taskPrefix) { return NearestWords.to(String(word.dropFirst(Self.taskPrefix.count)), of: tasks) }
        let hasKind = word.prefix { $0 != ":" } != word[...] && !targets.isEmpty
        return hasKind ? targets : NearestWords.to(word, of: targets + tasks)
    }

    /// The shortest word that names an end.
    func word(for end: PathEnd) -> String {
        let (id, kind) =
            switch end {
            case .target(let target): (names.id(target), names.tree.kind(target).rawValue)
            case .task(let node): (plan.tasks.text(.id, Int(structure.taskOfNode[node])), "task")
            }
        guard let id else { return kind }
        return find(id) == .found(end) ? id : "\(kind):\(id)"
    }
}
