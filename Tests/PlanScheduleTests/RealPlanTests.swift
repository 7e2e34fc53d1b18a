import PlanFiles
import PlanModel
import PlanNetwork
import PlanSchedule
import TestSupport
import Testing

/// Real plans: each ends with a schedule or with errors that say where they are.
@Suite(.enabled(if: TestFolders.hasReference)) struct RealPlanTests {
    static func folders() throws -> [String] {
        let path = try #require(TestFolders.reference) + "/dslib"
        return try TestFolders.names(in: path).map { "\(path)/\($0)" }
    }

    @Test func allEndWithAScheduleOrPreciseErrors() throws {
        let folders = try Self.folders()
        var scheduled = 0
        for folder in folders {
            do {
                let network = try Network(compiling: Plan(contentsOf: folder))
                let schedule = Schedule(of: network)
                scheduled += 1
                #expect(schedule.finish >= network.epoch)
                for node in network.structure.nodeOfTask.map(Int.init) where !schedule.isCompleted(node) {
                    #expect(schedule.totalFloat(node) >= schedule.freeFloat[node] && schedule.freeFloat[node] >= 0, "\(folder)")
                }
            } catch let error as LoadError {
                print("\(folder): \(error.faults[0])")
                #expect(error.faults.allSatisfy { !$0.file.isEmpty && $0.line != nil })
            } catch let error as CompileError {
                print("\(folder): \(error.faults[0])")
                #expect(error.faults.allSatisfy { !$0.file.isEmpty && $0.line != nil })
            }
        }
        print("dslib: \(scheduled) of \(folders.count) plans scheduled")
        #expect(folders.count == 119)
    }

    /// Of the baselines' rows, in at least 99.5 % start and duration give the finish on the task's calendar; 17:00 and 08:00 on the next
    /// working day are one instant.
    @Test func baselinesFollowTheCalendars() throws {
        var (right, all) = (0, 0)
        for folder in try Self.folders() {
            guard let plan = try? Plan(contentsOf: folder), let network = try? Network(compiling: plan) else { continue }
            for table in plan.baselines.values {
                for row in table.rows {
                    guard let task = table.reference(.task, row), let start = table.date(.start, row),
                        let finish = table.date(.finish, row),
                        let duration = table.integer(.duration, row), start >= plan.settings.epoch
                    else { continue }
                    let node = Int(network.structure.nodeOfTask[task])
                    let calendar = network.structure.calendars[network.structure.calendar(of: node)]
                    all += 1
                    if calendar.work(at: network.instant(of: start)) + duration
                        == calendar.work(at: network.instant(of: finish))
                    {
                        right += 1
                    }
                }
            }
        }
        print("dslib: start + duration = finish in \(right) of \(all) baseline rows")
        #expect(Double(right) >= 0.995 * Double(all))
        #expect(all > 1000)
    }
}
