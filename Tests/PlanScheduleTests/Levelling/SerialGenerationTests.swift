import PlanSchedule
import Testing
import TestSupport

/// Known answers of schedule generation, worked out by hand.
@Suite struct SerialGenerationTests {
    /// Five activities, one resource of 2: durations 3 2 2 4 1, demands 1 1 2 1 1; 0 before 2, 1 before 3, 3 before 4.
    static func problem(_ resource: ActivityResource = ActivityResource(capacity: 2)) throws -> ActivityProblem {
        try ActivityProblem(
            durations: [3, 2, 2, 4, 1],
            arcs: [
                .init(predecessor: 0, successor: 2, weight: 3), .init(predecessor: 1, successor: 3, weight: 2),
                .init(predecessor: 3, successor: 4, weight: 4),
            ], resources: [resource],
            demands: [1, 1, 2, 1, 1].enumerated().map { .init(activity: Int32($0), resource: 0, units: $1) })
    }

    @Test func aListDecides() throws {
        var decoder = ActivityDecoder(try Self.problem())
        // 0 at 0–3, 1 at 0–2, 2 needs both units: 3–5; 3 has room at 2–3 only, so 5–9; 4 at 9.
        #expect(decoder.serial([0, 1, 2, 3, 4]) == ActivitySchedule(starts: [0, 0, 3, 5, 9], makespan: 10, unplacedCount: 0))
        // 3 before 2: at 2–6; 2 waits until 6–8, or 4 has one unit at 6–7: in the list 2 comes first, so 4 at 8.
        #expect(decoder.serial([0, 1, 3, 2, 4]).starts == [0, 0, 6, 2, 8])
        // 4 before 2: 3 at 2–6, 4 at 6–7, 2 at 7–9.
        #expect(decoder.serial([0, 1, 3, 4, 2]).starts == [0, 0, 7, 2, 6])
        #expect(decoder.placements == 15)
    }

    @Test func justificationPullsTogether() throws {
        var decoder = ActivityDecoder(try Self.problem())
        let schedule = decoder.serial([0, 1, 3, 2, 4])
        // Ends at 9. Late: 4 (ends 9) at 8; 2 (ends 8) at 6–8; 3 (ends 6) at 2–6; 0 (ends 3) at 3–6 beside 3; 1 (ends 2) at 0–2.
        #expect(decoder.movedLate(schedule).starts == [3, 0, 6, 2, 8])
        // Early again: 1 at 0, 3 at 2, 0 at 0, 2 at 6, 4 at 8: no shorter.
        #expect(decoder.justified(schedule).starts == [0, 0, 6, 2, 8])
        // The loose one of the first list ends at 10. Late: 4 at 9, 3 at 5–9, 2 (ends 5) at 3–5, 0 at 0–3, 1 (ends 2) at 1–3.
        #expect(decoder.movedLate(decoder.serial([0, 1, 2, 3, 4])).starts == [0, 1, 3, 5, 9])
    }

    @Test func capacityHasSteps() throws {
        // 2 units until 3, none until 6, 3 from then on.
        let steps: [ActivityResource.Step] = [
            .init(from: 0, capacity: 2), .init(from: 3, capacity: 0), .init(from: 6, capacity: 3),
        ]
        var decoder = ActivityDecoder(try Self.problem(ActivityResource(steps: steps)))
        // 0 at 0–3, 1 at 0–2, 2 (both units) at 6–8, 3 beside it at 6–10, 4 at 10.
        #expect(decoder.serial([0, 1, 2, 3, 4]).starts == [0, 0, 6, 6, 10])
        // Late from 11: 4 at 10, 3 at 6–10, 2 (ends 8) takes the other two units at 9–11; 0 (ends 3) at 6–9 before it; 1 must end by 6, and
        // from 3 to 6 there is nothing: 1–3.
        #expect(decoder.movedLate(decoder.serial([0, 1, 2, 3, 4])).starts == [6, 1, 9, 6, 10])
    }

    @Test func arcsHaveWeights() throws {
        // 1 may start 2 before 0 does; 2 starts 5 after 1; 0 is released at 4.
        let problem = try ActivityProblem(
            durations: [3, 2, 1],
            arcs: [.init(predecessor: 0, successor: 1, weight: -2), .init(predecessor: 1, successor: 2, weight: 5)],
            releases: [4, 0, 0], resources: [ActivityResource(capacity: 1)],
            demands: [.init(activity: 0, resource: 0, units: 1), .init(activity: 1, resource: 0, units: 1)])
        var decoder = ActivityDecoder(problem)
        // 0 at 4–7; 1 not before 2: 2–4; 2 at 7.
        #expect(decoder.serial([0, 1, 2]).starts == [4, 2, 7])
        // Ends at 8: 2 at 7; 0 at 5–8 (latest: its successor at 2 + 2 = 4 or before is where it is); 1 at 2.
        #expect(decoder.movedLate(decoder.serial([0, 1, 2])).starts == [4, 2, 7])
        #expect(problem.earliestStarts() == [4, 2, 7])
        #expect(problem.latestStarts() == [4, 2, 7])
    }

    @Test func parallelStartsWhatFits() throws {
        var decoder = ActivityDecoder(try Self.problem())
        // Latest starts (path 7): 0 at 2, 1 at 0, 2 at 5, 3 at 2, 4 at 6. At 0: 1 and 0. At 2: 3. At 3: 2 needs both, waits. At 6: 2 and 4
        // compete, 2 is more urgent and takes both units. At 8: 4.
        #expect(decoder.parallel(.latestStart).starts == [0, 0, 6, 2, 8])
        // With 4 first: at 6 it takes one, 2 waits until 7.
        #expect(decoder.parallel(.given([0, 0, 9, 0, 0])).starts == [0, 0, 7, 2, 6])
    }

    @Test func rulesRank() throws {
        let problem = try Self.problem()
        var decoder = ActivityDecoder(problem)
        // Latest starts 2 0 5 2 6: order 1 0 3 2 4. Latest finishes 5 2 7 6 7: 1 0 3 2 4. Floats 2 0 2 0 0: 1 3 4 0 2.
        #expect(decoder.serial(.latestStart) == decoder.serial([1, 0, 3, 2, 4]))
        #expect(decoder.serial(.latestFinish) == decoder.serial([1, 0, 3, 2, 4]))
        #expect(decoder.serial(.minimumFloat) == decoder.serial([1, 3, 4, 0, 2]))
        // Successors near and far 1 2 0 1 0: 1 0 3 2 4, ties by number: 1, 0, 3, 2, 4.
        #expect(decoder.serial(.mostTotalSuccessors) == decoder.serial([1, 0, 3, 2, 4]))
        #expect(problem.order(by: [5, 4, 3, 2, 1]) == [1, 3, 4, 0, 2])
    }

    @Test func whatNeverFitsIsNamed() throws {
        let two = ActivityResource(steps: [.init(from: 0, capacity: 2), .init(from: 4, capacity: 0)])
        let problem = try ActivityProblem(
            durations: [5, 3, 3, 1], arcs: [.init(predecessor: 0, successor: 3, weight: 5)],
            resources: [two, ActivityResource(capacity: 1)],
            demands: [
                .init(activity: 0, resource: 0, units: 1), .init(activity: 1, resource: 0, units: 2),
                .init(activity: 2, resource: 0, units: 2), .init(activity: 3, resource: 1, units: 7),
            ])
        // 0 takes five units of time, there are four; 3 asks for seven of one. 1 and 2 would fit alone, but not both.
        #expect(problem.infeasible == [.init(activity: 0, resource: 0), .init(activity: 3, resource: 1)])
        var decoder = ActivityDecoder(problem)
        for schedule in [decoder.serial([0, 1, 2, 3]), decoder.parallel(.latestStart)] {
            #expect(schedule.unplacedCount == 3)
            #expect(problem.unplaced(in: schedule) == [0, 2, 3])
            #expect(decoder.justified(schedule) == schedule)
        }
    }

    @Test func aCycleIsNamed() {
        #expect(throws: ActivityProblemError.cycle([1, 2])) {
            try ActivityProblem(
                durations: [1, 1, 1],
                arcs: [
                    .init(predecessor: 0, successor: 1, weight: 1), .init(predecessor: 1, successor: 2, weight: 1),
                    .init(predecessor: 2, successor: 1, weight: -9),
                ])
        }
        #expect(throws: ActivityProblemError.horizonTooLong(2_000_000_000)) {
            try ActivityProblem(durations: [1_000_000_000, 1_000_000_000], arcs: [])
        }
    }

    @Test func nothingTakesNoTime() throws {
        var decoder = ActivityDecoder(try ActivityProblem(durations: [], arcs: []))
        #expect(decoder.serial([]).makespan == 0)
        #expect(decoder.parallel(.latestFinish).makespan == 0)
        #expect(PopulationSearch.run(&decoder, seed: 1).score == 0)
    }

    @Test func boundsCountHeadsWorkAndTails() throws {
        // 1 unit; after 0 (2 long, free) come 1, 2 and 3 of 3 each on the resource, then 4 (1 long, free): 2 + 9 + 1.
        var arcs: [ActivityArc] = []
        for middle in 1...3 {
            arcs.append(.init(predecessor: 0, successor: Int32(middle), weight: 2))
            arcs.append(.init(predecessor: Int32(middle), successor: 4, weight: 3))
        }
        let problem = try ActivityProblem(
            durations: [2, 3, 3, 3, 1], arcs: arcs, resources: [ActivityResource(capacity: 1)],
            demands: (1...3).map { .init(activity: $0, resource: 0, units: 1) })
        #expect(problem.criticalPathLength == 6)
        #expect(problem.lowerBound() == 12)
        var decoder = ActivityDecoder(problem)
        let outcome = PopulationSearch.run(&decoder, seed: 1)
        #expect(outcome == SearchOutcome(starts: outcome.starts, score: 12, schedules: 1, isProvenBest: true))
    }
}
