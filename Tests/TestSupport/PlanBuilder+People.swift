import Headway

/// The tables of people.
extension PlanBuilder {
    func fillPeople(of plan: inout Plan, _ taskRows: [String: Int32]) {
        let (personRows, teamRows) = (numbers(people.map(\.id)), numbers(teams.map(\.id)))
        plan.teams = table(
            teams.map(\.id), [(.name, texts(teams.map(\.id))), (.capacity, amounts(teams.map(\.capacity)))])
        plan.people = table(
            people.map(\.id),
            [
                (.name, texts(people.map(\.id))), (.fte, amounts(people.map(\.fte))),
                (.calendar, calendars(people.map(\.calendar), keepsEmpty: keepsEmptyCalendarColumn)),
                (.team, references(people.map(\.team), teamRows)), (.start, dates(people.map(\.start))),
                (.end, dates(people.map(\.end))), (.productivity, amounts(people.map(\.productivity))),
                (.rampUp, minutes(people.map(\.rampUp))),
            ])
        plan.assignments = table(
            assignments.count,
            [
                (.task, .integers(assignments.map { taskRows[$0.task]! })),
                (.person, references(assignments.map(\.person), personRows)),
                (.team, references(assignments.map(\.team), teamRows)), (.units, amounts(assignments.map(\.units))),
            ])
        plan.responsibilities = table(
            responsibilities.count,
            [
                (.person, references(responsibilities.map(\.person), personRows)),
                (.name, texts(responsibilities.map { "duty of " + $0.person })),
                (.share, amounts(responsibilities.map(\.share))),
            ])
        plan.availability = table(
            availability.count,
            [
                (.person, references(availability.map(\.person), personRows)),
                (.team, references(availability.map(\.team), teamRows)), (.from, dates(availability.map(\.from))),
                (.to, dates(availability.map(\.to))), (.capacity, amounts(availability.map(\.capacity))),
            ])
    }
}
