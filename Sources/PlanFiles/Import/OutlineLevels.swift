/// Which levels of an outline become the initiatives, goals and projects of a plan.
///
/// Level 1 is a heading without a parent. A task belongs to the elements above it; where its heading lies above a level, the heading itself
/// stands in for the element of that level.
struct OutlineLevels: Equatable {
    /// 1 or more, never decreasing from the initiative to the project.
    var initiative = 1
    var goal = 2
    var project = 3

    /// The deepest level that may be asked for.
    static let deepest = 100
}
