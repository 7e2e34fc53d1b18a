import PlanModel

/// Projects and their work-breakdown structure as headings, parents first, sisters in their own order.
extension PrimaveraAssembler {
    mutating func makeHeadings() {
        headingOfElement = Array(repeating: -1, count: export.elements.count)
        headingOfProject = Array(repeating: -1, count: export.projects.count)
        let roots = rootsByProject()
        for row in live { addProject(row, root: roots[row]) }
        var (children, first) = childrenOfHeadings()
        // The outline grows breadth first: a heading's children follow once all of its own level are there.
        var depth = 1
        while !first.isEmpty {
            depth += 1
            if depth > SummaryColumn.deepest {
                let element = export.elements[first[0]]
                refuse(
                    "outline-too-deep", element.line, "parent",
                    "expected at most \(SummaryColumn.deepest) levels of work-breakdown elements", found: element.code)
                return
            }
            var next: [Int] = []
            for element in first {
                add(element)
                next += children.removeValue(forKey: element) ?? []
            }
            first = next
        }
        refuseUnreached()
    }

    /// The element that stands for each project, by project row.
    private func rootsByProject() -> [Int: Int] {
        var roots: [Int: Int] = [:]
        for (row, element) in export.elements.enumerated() where element.isRoot {
            if let project = projects[element.project ?? onlyProject], roots[project] == nil { roots[project] = row }
        }
        return roots
    }

    private mutating func addProject(_ row: Int, root: Int?) {
        let project = export.projects[row]
        var heading = ImportedHeading()
        heading.id = project.code
        heading.name = root.map { export.elements[$0].name } ?? project.name
        if heading.id.isEmpty, let root { heading.id = export.elements[root].code }
        (heading.mustFinish, heading.line) = (project.mustFinish, project.line)
        headingOfProject[row] = schedule.headings.count
        if let root { headingOfElement[root] = schedule.headings.count }
        if !heading.name.isEmpty { export.projects[row].name = heading.name }
        schedule.headings.append(heading)
    }

    /// Elements below each element, and those right below a project.
    private func childrenOfHeadings() -> (children: [Int: [Int]], first: [Int]) {
        var (children, first): ([Int: [Int]], [Int]) = ([:], [])
        let order = export.elements.indices.sorted { (export.elements[$0].order, $0) < (export.elements[$1].order, $1) }
        for row in order where headingOfElement[row] < 0 {
            let element = export.elements[row]
            guard let project = projects[element.project ?? onlyProject], headingOfProject[project] >= 0 else { continue }
            if let parent = elements[element.parent], headingOfElement[parent] < 0 {
                children[parent, default: []].append(row)
            } else {
                first.append(row)
            }
        }
        return (children, first)
    }

    private mutating func add(_ row: Int) {
        let element = export.elements[row]
        let project = projects[element.project ?? onlyProject]!
        let parent =
            elements[element.parent].map { headingOfElement[$0] }.flatMap { $0 >= 0 ? $0 : nil } ?? headingOfProject[project]
        var heading = ImportedHeading()
        heading.id = schedule.headings[parent].id + export.projects[project].separator + element.code
        (heading.name, heading.parent, heading.line) = (element.name, parent, element.line)
        headingOfElement[row] = schedule.headings.count
        schedule.headings.append(heading)
    }

    /// Elements of the plan's projects that no chain of parents ties to their project.
    private mutating func refuseUnreached() {
        for (row, element) in export.elements.enumerated() where headingOfElement[row] < 0 {
            guard let project = projects[element.project ?? onlyProject], headingOfProject[project] >= 0 else { continue }
            refuse(
                "cycle", element.line, "parent", "the element stands below itself (expected parents that lead to the project)",
                found: element.code)
        }
    }

    /// The heading that an activity stands under: its element, else its project.
    mutating func heading(of activity: PrimaveraActivity) -> Int? {
        let project = projects[activity.project ?? onlyProject].map { headingOfProject[$0] }.flatMap { $0 >= 0 ? $0 : nil }
        guard let key = activity.element else { return project }
        if let element = elements[key], headingOfElement[element] >= 0 { return headingOfElement[element] }
        schedule.losses.add(
            .changed, "work-breakdown element of an activity", "not in the file; the activity stands under its project",
            line: activity.line)
        return project
    }
}
