import PlanNetwork

/// The calendars of a network in one flat table, for a loop that goes from positions to instants and back and does nothing much else.
///
/// The same as `WorkingTime`, which says what is what. Only calendars that are used take part.
struct ClockTables: ~Copyable {
    let clocks: FixedArray<Clock>
    let entries: FixedArray<Int32>
    /// The time that each calendar was asked for last, and its position.
    var asked: FixedArray<Asked>

    // Not private: the compiler (6.3) breaks on private types in a `FixedArray` that another file lets go of.
    struct Clock: BitwiseCopyable {
        var granule: Int32 = 1, weekWork: Int32 = 1, repeatInstant: Int32 = 0, repeatWork: Int32 = 0
        /// Where its two tables begin.
        var workAt = 0, granuleOf = 0
    }

    struct Asked: BitwiseCopyable {
        var time: Int32 = -1, position: Int32 = 0
    }

    /// The calendars of the nodes of a network and of its lags.
    init(_ structure: NetworkStructure) {
        var used = Set(structure.calendarOfNode.map(Int.init))
        used.insert(structure.planCalendar)
        for relation in structure.relations { used.insert(Int(relation.lagCalendar)) }
        let calendars = structure.calendars
        var clocks = [Clock](repeating: Clock(), count: calendars.count)
        var entries: [Int32] = []
        for place in used.sorted() {
            let calendar = calendars[place]
            clocks[place] = Clock(
                granule: calendar.granule, weekWork: calendar.weekWork, repeatInstant: calendar.repeatInstant,
                repeatWork: calendar.repeatWork, workAt: entries.count, granuleOf: entries.count + calendar.workAt.count)
            entries += calendar.workAt
            entries += calendar.granuleOf
        }
        self.clocks = FixedArray(clocks)
        self.entries = FixedArray(entries)
        asked = FixedArray(repeating: Asked(), count: clocks.count)
    }

    /// The position at an instant, 0 or later; quick for the instant that was asked for last.
    @inline(__always)
    mutating func position(at time: Int32, _ calendar: Int) -> Int32 {
        let last = asked[calendar]
        if last.time == time { return last.position }
        let position = work(at: time, calendar)
        asked[calendar] = Asked(time: time, position: position)
        return position
    }

    private func work(at time: Int32, _ calendar: Int) -> Int32 {
        let clock = clocks[calendar]
        var (instant, base): (Int32, Int32) = (max(time, 0), 0)
        if instant >= clock.repeatInstant {
            let weeks = (instant - clock.repeatInstant) / 10_080
            instant -= weeks * 10_080
            base = weeks * clock.weekWork
        }
        let slot = instant / clock.granule
        let inside = instant - slot * clock.granule
        let place = clock.workAt + Int(slot)
        return base + entries[place] + min(inside, entries[place + 1] - entries[place])
    }

    /// The successor's position that lies a lag after a predecessor's: as `RelationBounds` says it.
    @inline(never)
    func converted(_ relation: DispatchRelation, _ position: Int32) -> Int32 {
        let (own, other) = (Int(relation.predecessorCalendar), Int(relation.lagCalendar))
        func spelled(_ position: Int32, _ calendar: Int) -> Int32 {
            relation.leavesLate ? start(at: position, calendar) : finish(at: position, calendar)
        }
        let instant: Int32
        if relation.isElapsed {
            instant = spelled(position, own) + relation.lag
        } else if other == own {
            instant = spelled(position + relation.lag, own)
        } else {
            instant = spelled(work(at: spelled(position, own), other) + relation.lag, other)
        }
        return instant < 0 ? Int32.min / 2 : work(at: instant, Int(relation.successorCalendar))
    }

    /// The earliest instant with a position: how a finish is spelled.
    @inline(__always)
    func finish(at position: Int32, _ calendar: Int) -> Int32 {
        position <= 0 ? 0 : instant(of: position - 1, calendar) + 1
    }

    /// The latest instant with a position: how a start is spelled.
    @inline(__always)
    func start(at position: Int32, _ calendar: Int) -> Int32 { instant(of: max(position, 0), calendar) }

    /// The instant at which a working minute (0-based) begins.
    private func instant(of minute: Int32, _ calendar: Int) -> Int32 {
        let clock = clocks[calendar]
        var (minute, base): (Int32, Int32) = (minute, 0)
        if minute >= clock.repeatWork {
            let weeks = (minute - clock.repeatWork) / clock.weekWork
            minute -= weeks * clock.weekWork
            base = weeks * 10_080
        }
        let slot = minute / clock.granule
        return base + entries[clock.granuleOf + Int(slot)] * clock.granule + minute - slot * clock.granule
    }
}
