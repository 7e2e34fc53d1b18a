import PlanNetwork

/// When work ends that rests while its people are away.
///
/// Absences of everybody on a task count once where they overlap. Work that would begin while somebody is away begins afterwards. Nobody rests
/// for those who never come back.
struct RestingClock {
    /// Where work begins and ends, positions.
    struct Stretch: Equatable {
        var start: Int32, finish: Int32
    }

    /// The stretch of work that could begin at a position.
    ///
    /// - Parameters:
    ///   - earliest: a position on `calendar`.
    ///   - duration: working minutes, 1 or more.
    ///   - calendar: the task's.
    ///   - absences: of its people; each ascending and disjoint.
    static func stretch(
        from earliest: Int32, _ duration: Int32, on calendar: WorkingTime, _ absences: [[Range<Int32>]]
    ) -> Stretch {
        if absences.allSatisfy(\.isEmpty) { return Stretch(start: earliest, finish: earliest + duration) }
        var (at, left, start): (Int32, Int32, Int32?) = (earliest, duration, nil)
        while true {
            guard let next = next(after: at, on: calendar, absences), next.from < at + left else { break }
            if next.from > at {
                start = start ?? at
                left -= next.from - at
            }
            at = next.to
        }
        return Stretch(start: start ?? at, finish: at + left)
    }

    /// The absence that begins first among those that are not over at a position, as positions; `nil` where there is none.
    private static func next(
        after position: Int32, on calendar: WorkingTime, _ absences: [[Range<Int32>]]
    ) -> (from: Int32, to: Int32)? {
        var best: (from: Int32, to: Int32)?
        for list in absences {
            for away in list where away.upperBound < CapacityModel.unlimited {
                let to = calendar.work(at: away.upperBound)
                if to <= position { continue }
                let from = max(calendar.work(at: away.lowerBound), position)
                // One that lies in free time alone hides none that follows.
                if from >= to { continue }
                if best == nil || from < best!.from { best = (from, to) }
                break
            }
        }
        return best
    }
}
