extension ScenarioChange {
    /// Other people for some open work.
    public struct Reassign: Sendable, Hashable {
        /// The work; all open work of `from` where absent.
        public var work: WorkSelection?
        /// The person or team who gives it away; everybody who has it where absent.
        public var from: EditWord?
        /// The persons or teams who get it, so that all have about as much to do.
        public var to: [EditWord]

        /// Work that goes from one to others.
        public init(work: WorkSelection? = nil, from: EditWord? = nil, to: [EditWord]) {
            (self.work, self.from, self.to) = (work, from, to)
        }
    }

    /// Work that has not started and starts no earlier than a date.
    public struct Postpone: Sendable, Hashable {
        /// The work.
        public var work: WorkSelection
        /// The date.
        public var until: LocalDateTime

        /// Work and the date before which it does not start.
        public init(_ work: WorkSelection, until: LocalDateTime) { (self.work, self.until) = (work, until) }
    }

    /// More work, or less: all that is left of it times a factor.
    public struct Rescope: Sendable, Hashable {
        /// The work.
        public var work: WorkSelection
        /// The factor, 0 or more.
        public var factor: Double

        /// Work and its factor.
        public init(_ work: WorkSelection, factor: Double) { (self.work, self.factor) = (work, factor) }
    }

    /// Who goes first where people are short.
    public struct Reprioritise: Sendable, Hashable {
        /// The work.
        public var work: WorkSelection
        /// Its priority; more comes first.
        public var priority: Int32

        /// Work and its priority.
        public init(_ work: WorkSelection, priority: Int32) { (self.work, self.priority) = (work, priority) }
    }

    /// Another date that was promised, of the elements themselves and not of what belongs to them.
    public struct ChangeDue: Sendable, Hashable {
        /// Initiatives, goals, projects or tasks.
        public var elements: WorkSelection
        /// The new date; `nil` for none.
        public var due: LocalDateTime?

        /// Elements and the date that is promised.
        public init(_ elements: WorkSelection, due: LocalDateTime?) { (self.elements, self.due) = (elements, due) }
    }

    /// Something more that may happen to some open work.
    public struct AddRisk: Sendable, Hashable {
        /// Its id, which keys its random numbers, and its name.
        public var id: EditWord, name = ""
        /// A risk, or a driver.
        public var kind = RiskKind.risk
        /// How likely it is, 0 … 1.
        public var probability: Double
        /// How bad it is, as a factor: three points in order; 1 where absent.
        public var severity: [Double] = []
        /// The shape over the three points; the plan's where absent.
        public var distribution: DistributionName?
        /// It touches only tasks that start at or after the one and before the other.
        public var from: LocalDateTime?, until: LocalDateTime?
        /// What it touches.
        public var work: WorkSelection
        /// What it does to each task: a factor, working minutes more, the exponent of the severity; as `impacts.csv`.
        public var factor: Double?, delay: Int32?, weight: Double?

        /// A risk with a probability.
        public init(_ id: EditWord, probability: Double, _ work: WorkSelection) {
            (self.id, self.probability, self.work) = (id, probability, work)
        }
    }

    /// The mitigation of risks is in force.
    public struct Mitigate: Sendable, Hashable {
        /// The risks.
        public var risks: [EditWord]
        /// What the mitigation is, where the plan does not say: how likely the risk still is, and what it does to its tasks.
        public var probability: Double?, factor: Double?, delay: Int32?

        /// The mitigation that the plan knows.
        public init(_ risks: [EditWord]) { self.risks = risks }
    }

    /// A relation that was not there.
    public struct AddDependency: Sendable, Hashable {
        /// Tasks, projects or summaries.
        public var predecessor: EditWord, successor: EditWord
        /// Which ends are tied.
        public var type = RelationType.FS
        /// How far apart.
        public var lag = Lag(minutes: 0)

        /// A relation from finish to start.
        public init(_ predecessor: EditWord, _ successor: EditWord) {
            (self.predecessor, self.successor) = (predecessor, successor)
        }
    }

    /// A relation that holds no more.
    public struct DropDependency: Sendable, Hashable {
        /// Tasks, projects or summaries.
        public var predecessor: EditWord, successor: EditWord
        /// Only relations of this type; all between the two where absent.
        public var type: RelationType?

        /// All relations from the one to the other.
        public init(_ predecessor: EditWord, _ successor: EditWord, type: RelationType? = nil) {
            (self.predecessor, self.successor, self.type) = (predecessor, successor, type)
        }
    }
}
