extension ScenarioChange {
    /// People who join.
    ///
    /// A team without a capacity of its own has that of its people. One with a capacity gains theirs, ramp-up included. Work that is assigned
    /// to persons stays theirs unless `takes` says whose work is spread anew.
    public struct AddPeople: Sendable, Hashable {
        /// The team that they join.
        public var team: EditWord?
        /// Their id; of several the beginning of it: `id-1`, `id-2`. Without one `NEW1`, `NEW2` and so on.
        public var id: EditWord?
        /// How many, 1 or more.
        public var count = 1
        /// What they are.
        public var role = ""
        /// The working time of each, in full-time equivalents.
        public var fte = 1.0
        /// From when on; the data date where absent.
        public var start: LocalDateTime?
        /// Until when; for good where absent.
        public var end: LocalDateTime?
        /// Working minutes until they are at their full capacity, in four equal steps from a quarter on; the plan's where absent.
        public var rampUp: Int32?
        /// Their calendar.
        public var calendar: EditWord?
        /// How much they get done in an hour; 1 for what is usual.
        public var productivity: Double?
        /// Whose work they take a part of.
        public var takes: Takes?

        /// One person at full time, from the data date on.
        public init(team: EditWord? = nil) { self.team = team }
    }

    /// Whose work newcomers take a part of.
    public struct Takes: Sendable, Hashable {
        /// Those who have the work.
        public enum Donors: Sendable, Hashable {
            /// The members of the team that the newcomers join.
            case ownTeam
            /// The members of some teams.
            case teams([EditWord])
            /// Some people.
            case people([EditWord])
            /// Whoever is assigned to some work, of which only this is spread anew.
            case work(WorkSelection)
        }

        /// Those who have the work.
        public var donors: Donors
        /// No more than this share of what each of them has to do goes to the newcomers, 0 … 1.
        public var share = 1.0

        /// A part of the work of some people.
        public init(_ donors: Donors, share: Double = 1) { (self.donors, self.share) = (donors, share) }
    }

    /// Who takes the work of somebody who goes.
    public enum HandOver: Sendable, Hashable {
        /// Nobody: the assignments end, the tasks stay.
        case nobody
        /// The others of the team, so that all have about as much to do.
        case team
        /// Some people, so that all have about as much to do.
        case people([EditWord])
    }

    /// Somebody who leaves.
    public struct RemovePerson: Sendable, Hashable {
        /// Who.
        public var person: EditWord
        /// The moment from which on they are gone; the data date where absent.
        public var on: LocalDateTime?
        /// Who takes what they will not have finished by then.
        public var handOver: HandOver?

        /// Somebody who leaves.
        public init(_ person: EditWord, on: LocalDateTime? = nil, handOver: HandOver? = nil) {
            (self.person, self.on, self.handOver) = (person, on, handOver)
        }
    }

    /// Somebody who goes to another team.
    public struct MovePerson: Sendable, Hashable {
        /// Who, and the team that they join.
        public var person: EditWord, to: EditWord
        /// From when on; the data date where absent.
        public var from: LocalDateTime?
        /// Who takes what they will not have finished by then; they take it along where absent.
        public var handOver: HandOver?

        /// Somebody who goes to another team.
        public init(_ person: EditWord, to: EditWord, from: LocalDateTime? = nil, handOver: HandOver? = nil) {
            (self.person, self.to, self.from, self.handOver) = (person, to, from, handOver)
        }
    }

    /// Somebody who works more or less.
    public struct ChangeFTE: Sendable, Hashable {
        /// Who.
        public var person: EditWord
        /// The new working time, in full-time equivalents, 0 or more.
        public var fte: Double
        /// From when on, the data date where absent, and until when, for good where absent.
        public var from: LocalDateTime?, until: LocalDateTime?

        /// Somebody who works more or less.
        public init(_ person: EditWord, fte: Double, from: LocalDateTime? = nil, until: LocalDateTime? = nil) {
            (self.person, self.fte, self.from, self.until) = (person, fte, from, until)
        }
    }

    /// A team's capacity as such, whoever is in it.
    public struct ChangeCapacity: Sendable, Hashable {
        /// Which team.
        public var team: EditWord
        /// The new capacity, in full-time equivalents, 0 or more.
        public var capacity: Double
        /// From when on, the data date where absent, and until when, for good where absent.
        public var from: LocalDateTime?, until: LocalDateTime?

        /// A team's capacity.
        public init(_ team: EditWord, capacity: Double, from: LocalDateTime? = nil, until: LocalDateTime? = nil) {
            (self.team, self.capacity, self.from, self.until) = (team, capacity, from, until)
        }
    }

    /// Other working hours.
    public struct ChangeCalendar: Sendable, Hashable {
        /// Whose.
        public enum Owner: Sendable, Hashable {
            /// Of people.
            case people([EditWord])
            /// Of teams.
            case teams([EditWord])
            /// Of projects: of those of their tasks that have no other calendar.
            case projects([EditWord])
            /// Of tasks.
            case tasks([EditWord])
        }

        /// Whose.
        public var owner: Owner
        /// A calendar of `plan.yaml`.
        public var calendar: EditWord

        /// Other working hours.
        public init(_ owner: Owner, calendar: EditWord) { (self.owner, self.calendar) = (owner, calendar) }
    }

    /// How many people of a role leave in a year, by chance.
    public struct Attrition: Sendable, Hashable {
        /// The role; `default` for all that are not named.
        public var role: EditWord
        /// The share who leave in a year, 0 … 0.99.
        public var perYear: Double
        /// How long a post stays vacant, of every role; as in the plan where absent.
        public var hiringDelay: PeopleSettings.Span?

        /// A role and the share who leave in a year.
        public init(_ role: EditWord, perYear: Double, hiringDelay: PeopleSettings.Span? = nil) {
            (self.role, self.perYear, self.hiringDelay) = (role, perYear, hiringDelay)
        }
    }

    /// Nobody joins for a time: who would comes at its end, and no vacant post is filled meanwhile.
    public struct FreezeHiring: Sendable, Hashable {
        /// From when on, and until when.
        public var from: LocalDateTime, until: LocalDateTime

        /// A time in which nobody joins.
        public init(from: LocalDateTime, until: LocalDateTime) { (self.from, self.until) = (from, until) }
    }
}
