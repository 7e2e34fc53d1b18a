/// Which sums must not be shown, so that nothing about too few people can be read or reckoned from a table.
///
/// Source: complementary suppression, as statistical offices use it (Hundepool and others, "Statistical Disclosure Control", 2012, section 4.2).
enum Withholding {
    /// Marks the groups of a table whose total is shown: those of too few employees, and then the smallest others until those hidden are at
    /// least two and together
    /// no fewer than `least`.
    ///
    /// - Parameter isBefore: which of two equally small groups gives way, whatever the order of rows.
    static func mark(_ groups: inout [CheckInGroup], least: Int, isBefore: (CheckInGroup, CheckInGroup) -> Bool) {
        for place in groups.indices { groups[place].isWithheld = groups[place].figures.employees < least }
        func isOpen() -> Bool {
            let hidden = groups.filter(\.isWithheld)
            let people = hidden.reduce(0) { $0 + $1.figures.employees }
            return !hidden.isEmpty && (hidden.count < 2 || people < least)
        }
        while isOpen() {
            let shown = groups.indices.filter { !groups[$0].isWithheld }
            let next = shown.min { left, right in
                let (left, right) = (groups[left], groups[right])
                let (few, many) = (left.figures.employees, right.figures.employees)
                return few != many ? few < many : isBefore(left, right)
            }
            guard let next else { return }
            groups[next].isWithheld = true
        }
    }

    /// By person, whether the figures of their line are withheld.
    ///
    /// A line that is shown tells the sum of the managers withheld in it, less those in the lines below that are shown too. Where that is a
    /// sum over too few, the line is hidden, and what
    /// is hidden in it counts for the next line above; at the top, where the total is shown, a line below gives way instead.
    static func lines(
        _ reporting: ReportingLines, _ lines: [CheckInFigures], direct: [CheckInFigures], withheld: [Bool], least: Int,
        isBefore: (Int, Int) -> Bool
    ) -> [Bool] {
        var hidden = [Bool](repeating: false, count: lines.count)
        // By person: employees of withheld managers in the line that no line shown below accounts for.
        var open = lines.indices.map { withheld[$0] ? direct[$0].employees : 0 }
        var top = 0
        for person in reporting.upwards.map(Int.init) {
            hidden[person] = lines[person].employees < least || (open[person] > 0 && open[person] < least)
            let above = Int(reporting.manager[person])
            guard hidden[person] else { continue }
            if above >= 0 { open[above] += open[person] } else { top += open[person] }
        }
        // From the top down: the smallest lines that hide something, until the rest of the total is a sum over enough.
        while top > 0, top < least, let next = smallest(reporting, lines, open, hidden, isBefore) {
            hidden[next] = true
            top += open[next]
        }
        return hidden
    }

    /// The smallest line shown that stands in no other line shown and in which somebody is withheld.
    private static func smallest(
        _ reporting: ReportingLines, _ lines: [CheckInFigures], _ open: [Int], _ hidden: [Bool],
        _ isBefore: (Int, Int) -> Bool
    ) -> Int? {
        var isCovered = [Bool](repeating: false, count: lines.count)
        for person in reporting.upwards.reversed().map(Int.init) {
            let above = Int(reporting.manager[person])
            if above >= 0 { isCovered[person] = isCovered[above] || !hidden[above] }
        }
        return lines.indices.filter { !hidden[$0] && !isCovered[$0] && open[$0] > 0 }.min {
            let (few, many) = (lines[$0].employees, lines[$1].employees)
            return few != many ? few < many : isBefore($0, $1)
        }
    }
}
