import PlanStatistics

/// A forecast as a file keeps it: every finish of the targets kept, what lay on driving paths, and how it was made, so that reports can be
/// made of it without running it again.
///
/// Numbers stand little end first. After eight bytes by which the file is known (`89 48 57 46 0D 0A 1A 0A`, of which a transfer as text
/// spoils one) come the format version (4 bytes), the length of the whole file (8), and six sections, each four letters, its length (8) and
/// its contents; the last 8 bytes are the XXH64 of all before. A list is its length (4) and its items, a text a list of UTF-8.
///
/// | section | what it holds |
/// |---|---|
/// | `HEAD` | the version of Headway, the plan's name, its input hash (texts), how many tasks and targets it has (8 each) |
/// | `SETT` | samples, seed (8 each), whether stratified (1), precision: 0 none, 1 minutes, 2 share (1) and its value (8), the targets it was asked for, the risks whose mitigation was taken as in force |
/// | `FINI` | targets kept: identity, least position (4), bytes a position (1 … 4), then what each replication's position exceeds the least by |
/// | `CRIT` | targets asked for; nodes: identity, entries: place of the target (4), count (4), minutes beyond plan (8) |
/// | `EVEN` | whether sensitivities were asked for (1); targets; events; minutes by target, then event (8 each) |
/// | `MERG` | merge points: identity, mean minutes (8) |
///
/// Targets, tasks and risks stand as identities (8 bytes, `Identity.of`) in ascending order, never as rows: one forecast has one file,
/// whatever the order of rows, and the file fits any order. A position takes a byte at least, so a file makes no more than four times its
/// own size of memory.
public struct ForecastArchive: Sendable {
    /// The version of the format that is written and read.
    public static let formatVersion: UInt32 = 1
    static let magic: [UInt8] = [0x89, 0x48, 0x57, 0x46, 0x0D, 0x0A, 0x1A, 0x0A]
    /// No forecast has more.
    static let mostSamples = 10_000_000

    /// The version of Headway that made it.
    public var headway = ""
    /// The name and the input hash of the plan that it was made from.
    public var planName = "", inputHash = ""
    var taskCount = 0, targetCount = 0
    /// How it was made; targets are left out.
    public var settings = ForecastSettings()
    /// Identities of the targets that the precision was asked for.
    var precisionTargets: [UInt64] = []
    /// `Identity.of` the ids of the risks whose mitigation was taken as in force although the plan does not say so, ascending.
    public var mitigated: [UInt64] = []
    var finishes: [Finishes] = []
    var pathTargets: [UInt64] = []
    var paths: [Path] = []
    var events: Events?
    var merges: [Merge] = []

    /// The finishes of one target, positions by replication.
    struct Finishes {
        var target: UInt64
        var positions: [Int32]
    }

    /// What is known of one task on driving paths.
    struct Path {
        var node: UInt64
        var entries: [(place: Int, count: Int32, excess: Int64)]
    }

    /// Minutes of events by target, then event.
    struct Events {
        var targets: [UInt64], events: [UInt64], minutes: [Int64]
    }

    /// One merge point.
    struct Merge {
        var node: UInt64
        var minutes: Double
    }

    init() {}
}
