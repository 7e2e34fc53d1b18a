import CKernels
import PlanModel
import PlanNetwork
import PlanStatistics

/// What the events of a network draw, and the rows of effects that the kernel reads: one row for each different thing that one event does
/// to tasks, however many tasks it touches.
///
/// The effects of all drivers on all tasks would be a matrix product in the logarithm, tasks × drivers times drivers × replications, and
/// an exponential a task. As events are few and each acts with few weights, a product of rows costs one multiplication for each effect.
struct EventProgram: Sendable {
    /// What a row of effects holds.
    enum RowKind: Hashable, Sendable {
        /// Severity to the power of `weight` times `factor` where the event happens, else 1.
        case multiplier(weight: Float, factor: Float)
        /// Minutes where it happens, else 0.
        case delay(Int32)
        /// 1 where it happens, else 0.
        case existence

        /// Any order that does not depend on the run.
        fileprivate var order: UInt64 {
            switch self {
            case .multiplier(let weight, let factor): UInt64(weight.bitPattern) << 32 | UInt64(factor.bitPattern)
            case .delay(let minutes): 1 << 63 | UInt64(UInt32(bitPattern: minutes))
            case .existence: UInt64.max
            }
        }
    }

    /// A row of effects; rows of one event lie together.
    struct Row: Hashable, Comparable, Sendable {
        var event: Int32
        var kind: RowKind

        static func < (left: Row, right: Row) -> Bool {
            left.event != right.event ? left.event < right.event : left.kind.order < right.kind.order
        }
    }

    /// The events, as the network has them.
    let model: RiskModel
    /// All rows.
    let rows: [Row]
    /// The draws of each event.
    let draws: [EventDraw]
    /// How the severities of events go together; `nil` where all are independent.
    let correlation: SeverityCorrelation?
    /// The nodes that windowed events touch; none in most plans.
    let windowed: Set<Int32>

    private let placeOfRow: [Row: Int]
    /// Where each event's rows begin; one value more than there are events.
    private let firstRow: [Int]
    private let network: Network

    init(_ network: Network, seed: UInt64) {
        let model = network.values.risks
        (self.model, self.network) = (model, network)
        var seen = Set<Row>()
        for effect in model.effects {
            for kind in Self.kinds(effect, model) { seen.insert(Row(event: effect.event, kind: kind)) }
        }
        rows = seen.sorted()
        placeOfRow = Dictionary(uniqueKeysWithValues: zip(rows, rows.indices))
        var first = [Int](repeating: 0, count: model.events.count + 1)
        for row in rows { first[Int(row.event) + 1] += 1 }
        for event in model.events.indices { first[event + 1] += first[event] }
        firstRow = first
        draws = model.events.map { EventDraw($0, seed: seed) }
        correlation = SeverityCorrelation(model)
        windowed = Set(model.effects.filter { model.events[Int($0.event)].hasWindow }.map(\.node))
    }

    /// What an effect does, one row each.
    private static func kinds(_ effect: RiskModel.Effect, _ model: RiskModel) -> [RowKind] {
        let event = model.events[Int(effect.event)]
        if event.kind == .existence { return [.existence] }
        var kinds: [RowKind] = []
        let weight = event.severity.isCertain ? 0 : effect.weight
        if weight != 0 || effect.factor != 1 { kinds.append(.multiplier(weight: weight, factor: effect.factor)) }
        if effect.delay != 0 { kinds.append(.delay(effect.delay)) }
        return kinds
    }

    /// Whether a windowed event touches a network node; hubs are −1.
    func hasWindow(_ node: Int32) -> Bool { !windowed.isEmpty && windowed.contains(node) }

    /// Whether any event touches a network node; hubs are −1.
    func touches(_ node: Int32) -> Bool { node >= 0 && !model.effects(on: Int(node)).isEmpty }

    /// The words of a node's effects: their number, then row and kind of each, and the window if it has one.
    func appendEffects(on node: Int, to words: inout [UInt32]) {
        let count = words.count
        words.append(0)
        let calendar = network.structure.calendars[network.structure.calendar(of: node)]
        for place in model.effects(on: node) {
            let effect = model.effects[place]
            let event = model.events[Int(effect.event)]
            for kind in Self.kinds(effect, model) {
                let row = placeOfRow[Row(event: effect.event, kind: kind)]!
                words.append(
                    UInt32(row << HW_EFFECT_SHIFT) | Self.word(kind) | (event.hasWindow ? UInt32(HW_WINDOWED) : 0))
                if event.hasWindow {
                    words.append(UInt32(bitPattern: Self.position(event.windowStart, calendar)))
                    words.append(UInt32(bitPattern: Self.position(event.windowEnd, calendar)))
                }
                words[count] += 1
            }
        }
    }

    private static func word(_ kind: RowKind) -> UInt32 {
        switch kind {
        case .multiplier: UInt32(HW_MULTIPLIES)
        case .delay: UInt32(HW_DELAYS)
        case .existence: UInt32(HW_EXISTS)
        }
    }

    /// The position of a window's end: starts are spelled late, so a start lies before an instant where its position does.
    private static func position(_ instant: Int32, _ calendar: WorkingTime) -> Int32 {
        instant == Int32.min || instant == Int32.max ? instant : instant < 0 ? 0 : calendar.work(at: instant)
    }

    /// The rows of an event, which lie together.
    func rows(of event: Int) -> Range<Int> { firstRow[event]..<firstRow[event + 1] }
}
