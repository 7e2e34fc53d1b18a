import PlanModel
import PlanNetwork
import Testing

@testable import PlanSchedule

/// A ledger checked from outside: its lines add up, and every line undone by a full pass over a network that was changed by hand.
struct SlipTwin {
    let analysis: SlipAnalysis
    private(set) var lines = 0

    init(_ analysis: SlipAnalysis) { self.analysis = analysis }

    private var built: Network { analysis.comparison.current.network }

    /// All targets and tasks of the plan.
    var subjects: [PathEnd] {
        (0..<built.structure.targets.count).map { .target($0) } + built.structure.nodeOfTask.map { .task(Int($0)) }
    }

    /// Whether the plan as it was built has the dates of the schedule.
    func checkBuilt(_ name: String) {
        let (schedule, again) = (analysis.comparison.schedule, Schedule(of: built))
        for node in 0..<built.structure.nodeCount where built.structure.taskOfNode[node] >= 0 {
            let calendar = schedule.calendar(node)
            let (expected, found) = (
                calendar.work(at: schedule.finishInstant(node)), calendar.work(at: again.finishInstant(node))
            )
            if expected != found { Issue.record("\(name), node \(node): built \(found), schedule \(expected)") }
        }
    }

    /// Checks ledgers of subjects: sums, and undo values against full passes.
    mutating func check(_ subjects: [PathEnd], _ name: String) {
        let ledgers = analysis.ledgers(of: subjects)
        let now = Schedule(of: built)
        var runs: [SlipUndo: Schedule] = [:]
        for ledger in ledgers {
            #expect(ledger.lines.reduce(0) { $0 + $1.minutes } == ledger.minutes, "\(name), \(ledger.end)")
            let walk = analysis.walk(of: ledger.end)!
            for (line, entry) in zip(ledger.lines, walk.walk.entries.reversed()) {
                lines += 1
                guard let undone = line.undoMinutes else { continue }
                switch entry.undo {
                case .nothing:
                    #expect(undone == 0)
                    continue
                case .member, .excluded: continue
                default: break
                }
                let run = runs[entry.undo] ?? Schedule(of: network(without: entry.undo))
                runs[entry.undo] = run
                let difference = finish(walk.subject, now) - finish(walk.subject, run)
                if difference != undone {
                    Issue.record("\(name), \(ledger.end), \(line): \(entry.undo) gives \(difference)")
                }
            }
        }
    }

    private func finish(_ subject: SlipSubject, _ schedule: Schedule) -> Int {
        Int(subject.axis.work(at: TargetSchedule(of: schedule).finish(of: subject.end)))
    }

    /// The plan as it was built with a cause undone.
    func network(without undo: SlipUndo) -> Network {
        var network = built
        switch undo {
        case .duration(let node, let minutes): network.values.remaining[node] = minutes
        case .delay(let node, let minutes): network.values.setDelay(minutes, of: node)
        case .start(let node, let position):
            var limits = DateLimits()
            (limits.startFloor, limits.floorWinsOverStart) = (position, true)
            network.values.setLimits(limits, of: node)
            network.values.setDelay(0, of: node)
        case .pin(let node, let position):
            var limits = DateLimits()
            limits.startPin = position
            network.values.setLimits(limits, of: node)
        case .limits(let node, let limits):
            network.values.setLimits(limits, of: node)
            network.values.setDelay(0, of: node)
        case .lag(let place, let node, let lag):
            let index = network.structure.relation(at: place, into: node, leavesLate: leavesLate(place, network))
            network.structure.setLag(lag, ofRelation: index)
            network.structure.convert(relation: index)
        case .without(let place, let node):
            let index = network.structure.relation(at: place, into: node, leavesLate: leavesLate(place, network))
            network.structure.setLag(Lag(minutes: -1 << 30), ofRelation: index)
        case .hold(let node, let position, let isFinish, _):
            var limits = network.values.limits(of: node) ?? DateLimits()
            if isFinish {
                limits.finishFloor = max(limits.finishFloor, position)
            } else {
                limits.startFloor = max(limits.startFloor, position)
            }
            network.values.setLimits(limits, of: node)
        case .dissolve(let node):
            var limits = DateLimits()
            (limits.startFloor, limits.floorWinsOverStart) = (0, true)
            network.values.setLimits(limits, of: node)
            network.values.setDelay(0, of: node)
            network.values.remaining[node] = 0
        case .calendar(let node):
            guard let other = analysis.comparison.baseNode(node) else { return network }
            let (old, calendar) = (
                network.structure.calendars[network.structure.calendar(of: node)], analysis.comparison.base.calendar(other)
            )
            let index = network.structure.add(calendar)
            for target in 0..<network.structure.nodeCount {
                for place in network.structure.predecessors[target] {
                    let index = network.structure.relation(at: place, into: target, leavesLate: leavesLate(place, network))
                    network.structure.convert(relation: index)
                }
            }
            network.structure.setCalendar(index, of: node)
            if let limits = network.values.limits(of: node) {
                network.values.setLimits(limits.converted(from: old, to: calendar), of: node)
            }
        case .nothing, .unknown, .member, .excluded: break
        }
        return network
    }

    private func leavesLate(_ place: Int, _ network: Network) -> Bool {
        let item = network.structure.predecessors.items[place]
        return item >= 0 && network.startMilestones.contains(Int(item))
    }
}
