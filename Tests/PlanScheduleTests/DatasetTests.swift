import PlanFiles
import PlanModel
import PlanNetwork
import PlanSchedule
import TestSupport
import Testing

/// The plan `datasets/textbook` against the answer worked by hand in its README.
struct DatasetTests {
    @Test func textbook() throws {
        let plan = try Plan(contentsOf: TestFolders.datasets + "/textbook")
        let network = try Network(compiling: plan)
        let schedule = Schedule(of: network)
        // ES, EF, LS, LF, total float, free float
        let answer: [String: [Int32]] = [
            "A": [0, 960, 0, 960, 0, 0], "B": [960, 2400, 1920, 3360, 960, 960], "C": [960, 1440, 960, 1440, 0, 0],
            "D": [2400, 3360, 2400, 3360, 0, 0], "E": [480, 2400, 960, 2880, 480, 0], "F": [2400, 2880, 2880, 3360, 480, 480],
            "G": [3360, 4320, 3360, 4320, 0, 0], "H": [1920, 3360, 2880, 4320, 960, 960], "J": [3840, 4320, 3840, 4320, 0, 0],
            "M": [4320, 4320, 4320, 4320, 0, 0],
        ]
        // Early and late dates as they are shown.
        let dates: [String: [String]] = [
            "A": ["04T08:00", "05T17:00", "04T08:00", "05T17:00"], "B": ["07T08:00", "11T17:00", "11T08:00", "13T17:00"],
            "C": ["07T08:00", "07T17:00", "07T08:00", "07T17:00"], "D": ["12T08:00", "13T17:00", "12T08:00", "13T17:00"],
            "E": ["05T08:00", "11T17:00", "07T08:00", "12T17:00"], "F": ["12T08:00", "12T17:00", "13T08:00", "13T17:00"],
            "G": ["14T08:00", "15T17:00", "14T08:00", "15T17:00"], "H": ["11T08:00", "13T17:00", "13T08:00", "15T17:00"],
            "J": ["15T08:00", "15T17:00", "15T08:00", "15T17:00"], "M": ["15T17:00", "15T17:00", "15T17:00", "15T17:00"],
        ]
        #expect(plan.tasks.count == answer.count)
        for row in plan.tasks.rows {
            let (name, node) = (plan.tasks[row].id, Int(network.structure.nodeOfTask[row]))
            let (early, late, left) = (schedule.earlyFinish[node], schedule.lateFinish[node], network.values.remaining[node])
            #expect(
                [early - left, early, late - left, late, schedule.totalFloat(node), schedule.freeFloat[node]] == answer[name],
                "\(name)")
            #expect(schedule.isCritical(node) == ["A", "C", "D", "G", "J", "M"].contains(name), "\(name)")
            let instants = [
                schedule.startInstant(node), schedule.finishInstant(node), schedule.lateStartInstant(node),
                schedule.lateFinishInstant(node),
            ]
            #expect(instants.map { String(schedule.date($0).description.dropFirst(8)) } == dates[name], "\(name)")
        }
        let path = TargetSchedule(of: schedule).drivingPath(0).map { plan.tasks[Int(network.structure.taskOfNode[$0])].id }
        // G, J and M finish together; M, the milestone, has least to do. M waits for J, J for G less a day, G for D, D for C + 2d, C for A.
        #expect(path == ["A", "C", "D", "G", "J", "M"])
    }
}
