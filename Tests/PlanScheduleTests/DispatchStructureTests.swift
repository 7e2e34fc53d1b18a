import PlanModel
import PlanNetwork
import TestSupport
import Testing

@testable import PlanSchedule

/// What the dispatcher is built of, against the simplest that does the same.
struct DispatchStructureTests {
    @Test(arguments: UInt64(0)..<8) func ranksComeOutAscendingAndOnce(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        // One word, one level more, two levels more.
        let count = [1, 64, 65, 5000, 300_000][Int(seed) % 5]
        var set = RankSet(count: count)
        var twin: Set<Int32> = []
        for _ in 0..<2000 {
            if random.chance(0.6) {
                let rank = Int32(random.integer(0...count - 1))
                set.insert(rank)
                twin.insert(rank)
            } else {
                let first = twin.min()
                let removed = set.removeFirst()
                #expect(removed == first)
                if let first { twin.remove(first) }
            }
        }
    }

    /// Times do not go back; what lies before the page at hand is refused.
    @Test(arguments: UInt64(0)..<8) func eventsComeInTheOrderOfTime(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var wheel = EventWheel(capacity: 4000)
        var twin: [(time: Int32, node: Int32)] = []
        var now: Int32 = 0
        for node in 0..<Int32(4000) {
            let time = now + Int32(random.pick([0, 1, 7, 480, 1023, 1024, 5000, 200_000]) * random.integer(0...3))
            let isTaken = wheel.insert(node, isFinish: node % 2 == 0, at: time)
            #expect(isTaken)
            twin.append((time, node))
            guard random.chance(0.5) else { continue }
            // Nothing after the limit, and then what is due.
            let due = twin.map(\.time).min()!
            let early = due > now ? wheel.nextTime(notAfter: due - 1) : nil
            let next = wheel.nextTime(notAfter: Int32.max)
            #expect(early == nil && next == due)
            var (found, place) = (Set<Int32>(), wheel.removeAll(at: due))
            while place >= 0 {
                let event = wheel.take(place)
                #expect(event.time == due && event.isFinish == (event.node % 2 == 0))
                found.insert(event.node)
                place = event.next
            }
            #expect(found == Set(twin.filter { $0.time == due }.map(\.node)))
            twin.removeAll { $0.time == due }
            now = due
        }
        let isLate = now > 2048 && wheel.insert(0, isFinish: true, at: now - 2048)
        #expect(!isLate)
    }

    @Test(arguments: 0..<12) func clocksTellWhatCalendarsTell(seed: Int) throws {
        let network = try LevellingCase(seed: 4 * seed + 1).network
        var clocks = ClockTables(network.structure)
        var random = SeededGenerator(seed: UInt64(seed))
        for calendar in Set(network.structure.calendarOfNode.map(Int.init)) {
            let twin = network.structure.calendars[calendar]
            for _ in 0..<300 {
                let value = Int32(random.integer(0...(random.chance(0.5) ? 30_000 : 5_000_000)))
                #expect(clocks.position(at: value, calendar) == twin.work(at: value))
                #expect(clocks.start(at: value, calendar) == twin.start(at: value))
                #expect(clocks.finish(at: value, calendar) == twin.finish(at: value))
            }
        }
    }

    /// Where nodes lie in memory decides nothing.
    @Test(arguments: 0..<40) func arrangedIsTheSame(seed: Int) throws {
        let setting = try LevellingCase(seed: seed)
        let problem = DispatchProblem(
            setting.network, setting.capacity, ranks: setting.ranks(.latestFinish), usesExpectedFinish: true)
        let arranged = problem.arranged()
        var one = Dispatcher(problem)
        var other = Dispatcher(arranged)
        var random = SeededGenerator(seed: UInt64(seed))
        // Several, as memory is used again.
        for _ in 0..<4 {
            let durations = setting.network.values.remaining.map { $0 > 0 ? Int32(random.integer(1...Int($0) * 2)) : 0 }
            one.run(durations[...])
            other.run(durations[...])
            #expect(one.finish == other.finish && one.shortfalls == other.shortfalls)
            for node in durations.indices {
                #expect(one.start(of: node) == other.start(of: node) && one.ready(of: node) == other.ready(of: node))
                #expect(one.waitedFor(of: node) == other.waitedFor(of: node))
                #expect(one.releasedBy(of: node) == other.releasedBy(of: node))
            }
        }
    }
}
