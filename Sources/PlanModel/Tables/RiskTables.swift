/// Columns of `risks.csv`: discrete risks, shared drivers, and whether tasks exist; each row is an event.
///
/// An event happens with its `probability`, or with `mitigated_probability` where `mitigated` is yes and it is given. Where it happens,
/// it does to each task of `impacts.csv` what is said there. Its severity is the draw of its own range (three points, `mean` and `sd`,
/// or `outcomes` such as `0.9:0.2; 1.1:0.5; 1.5:0.3`), a factor without unit and one number for all its tasks; 1 without a range.
///
/// Rows with the same `branch` exclude each other: at most one of them happens, and their probabilities sum to at most 1. The tasks
/// of an `existence` row exist only where it happens (where all happen, if a task has several); elsewhere they take no time at all.
/// With `from` or `to`, a risk touches only tasks that start at or after the one and before the other.
public enum RiskColumn: Int, TableColumn {
    case id, name, kind, probability, mitigatedProbability, mitigated, branch, from, to
    case distribution, optimistic, mostLikely, pessimistic, mean, deviation, outcomes

    /// The table that these are columns of.
    public static let table = TableName.risks
    /// What each column holds, in the order of the cases.
    public static let specs: [ColumnSpec] = [
        .init("id", .identifier, required: true, filled: true), .init("name", .text),
        .init("kind", .choice(RiskKind.words)), .init("probability", .number(0...1), required: true, filled: true),
        .init("mitigated_probability", .number(0...1)), .init("mitigated", .flag), .init("branch", .text),
        .init("from", .start), .init("to", .end), .init("distribution", .choice(DistributionName.words)),
        .init("optimistic", .amount), .init("most_likely", .amount), .init("pessimistic", .amount), .init("mean", .amount),
        .init("sd", .amount), .init("outcomes", .outcomes(.factor)),
    ]
}

/// What an event is.
public enum RiskKind: Int32, CaseIterable, Sendable {
    /// Something that may happen; what an empty cell means.
    case risk
    /// Something that many tasks share, as a rule certain to happen and uncertain in severity.
    case driver
    /// Whether tasks exist at all.
    case existence

    /// How plan files spell the cases, in order.
    public static let words = ["risk", "driver", "existence"]
}

/// Columns of `impacts.csv`: the tasks that an event touches, each pair once.
///
/// Where the event happens, the task's duration (what remains of it, once started) is multiplied by severity^`weight` × `factor` and
/// lengthened by `delay`; empty cells mean weight 1, factor 1, delay 0. Where the event's mitigation is in force, `mitigated_factor` and
/// `mitigated_delay` stand in for the other two, as far as they are given.
public enum ImpactColumn: Int, TableColumn {
    case risk, task, factor, delay, weight, mitigatedFactor, mitigatedDelay

    /// The table that these are columns of.
    public static let table = TableName.impacts
    /// What each column holds, in the order of the cases.
    public static let specs: [ColumnSpec] = [
        .init("risk", .reference(.risks), required: true, filled: true),
        .init("task", .reference(.tasks), required: true, filled: true), .init("factor", .amount), .init("delay", .duration),
        .init("weight", .amount), .init("mitigated_factor", .amount), .init("mitigated_delay", .duration),
    ]
}

/// Columns of `correlations.csv`: the rank correlation of the severities of two events with a range.
public enum CorrelationColumn: Int, TableColumn {
    case first, second, correlation

    /// The table that these are columns of.
    public static let table = TableName.correlations
    /// What each column holds, in the order of the cases.
    public static let specs: [ColumnSpec] = [
        .init("first", .reference(.risks), required: true, filled: true),
        .init("second", .reference(.risks), required: true, filled: true),
        .init("correlation", .number(-1...1), required: true, filled: true),
    ]
}
