import Foundation
import PlanModel
import Testing

#if canImport(FoundationXML)
    import FoundationXML
#endif

@testable import PlanReports

/// The single kinds of charts with data at their limits.
@Suite struct ChartTests {
    private static func date(_ day: Int) -> LocalDateTime { LocalDateTime(minutes: Int32(30_000_000 + day * 1440)) }
    private static let hostile =
        "</title><script>alert(1)</script> \u{202E}\"'& \u{7}\u{FFFE}" + String(repeating: "long ", count: 60)

    /// Every kind with one row and with many, with names that are none.
    private static func charts(rows count: Int) -> [(Chart.Format) -> Chart?] {
        let names = (0..<count).map { $0 % 2 == 0 ? "Row \($0)" : hostile }
        return [
            RangeChart(
                title: "Range", summary: hostile,
                rows: names.enumerated().map { place, name in
                    .init(
                        name: name, p10: date(place), p50: date(place + 5), p80: date(place + 8), p90: date(place + 9),
                        due: place % 3 == 0 ? nil : date(place + 7), chance: "57 % ±0.7", ink: .good, tip: name)
                }
            ).chart,
            BarChart(
                title: "Bar", summary: "",
                rows: names.enumerated().map { place, name in
                    .init(name: name, value: place % 4 == 3 ? nil : Double(place % 5) / 4, mark: 0.8, word: "x", ink: .fair)
                }, legend: [.bar(.good, "one"), .mark(.text, "two")], most: 1, word: LeadershipReport.percentWord
            ).chart,
            WaterfallChart(
                title: "Fall", summary: "",
                steps: names.enumerated().map { .init(name: $1, amount: $0 % 2 == 0 ? 30 : -50, word: "+3 d", tip: $1) },
                total: .init(name: "in all", amount: 10, word: "+1 d", tip: "in all"), word: LinearScale.word, parts: 10
            ).chart,
            GanttChart(
                title: "Gantt", summary: "",
                rows: names.enumerated().map { place, name in
                    .init(
                        name: name, start: date(place), finish: date(place + 3),
                        finishes: place % 2 == 0 ? nil : (date(place + 2), date(place + 4), date(place + 9)),
                        criticality: place % 3 == 0 ? nil : 0.4, criticalityWord: "40 %", tip: name)
                }, dataDate: date(0), due: date(20)
            ).chart,
            TornadoChart(
                title: "Tornado", summary: "",
                rows: names.enumerated().map {
                    .init(name: $1, days: 3 - Double($0), reach: $0 == 0 ? nil : 0.6, word: "-1 ±0.3", isTask: true)
                }
            ).chart,
            HeatMapChart(
                title: "Heat", summary: "", columns: names.indices.map { "Jan \(2000 + $0)" },
                rows: names.map { name in
                    .init(name: name, loads: names.indices.map { $0 == 1 ? nil : Double($0) * 0.3 }, tips: names)
                }
            ).chart,
            DifferenceChart(
                title: "Difference", summary: "", scenarios: names,
                groups: names.prefix(9).map { name in
                    .init(
                        name: name,
                        rows: names.indices.prefix(9).map {
                            .init(scenario: $0, days: -2, low: -3, high: -1, word: "-2 d", isClear: true)
                        })
                }
            ).chart,
            IcicleChart(
                title: "Icicle", summary: "", levels: ["A", "B"],
                nodes: names.map { name in
                    .init(
                        name: name, size: 10, ink: .goodTint, tip: name,
                        parts: names.map { .init(name: $0, size: 10 / Double(count), ink: .plainTint, tip: $0, parts: []) })
                }, legend: [.bar(.goodTint, "fine")]
            ).chart,
        ]
    }

    /// An SVG file of its own is XML, holds no number that is none, and the same twice.
    @Test(arguments: [1, 7, 60]) func everyKindIsSoundXML(rows: Int) throws {
        for (place, make) in Self.charts(rows: rows).enumerated() {
            for format in Chart.Format.allCases {
                let chart = try #require(make(format), "kind \(place)")
                let bytes = chart.svg(inPage: false)
                let text = String(decoding: bytes, as: UTF8.self)
                let parser = XMLParser(data: Data(bytes))
                #expect(parser.parse(), "kind \(place), \(rows) rows: \(String(describing: parser.parserError))")
                #expect(!text.contains("nan") && !text.contains("inf\"") && !text.contains("<script"), "kind \(place)")
                #expect(chart.height > 20 && chart.width == format.width)
                #expect(make(format)?.svg(inPage: false) == bytes)
            }
        }
    }

    /// A million small parts do not make a million marks.
    @Test func levelOfDetail() throws {
        let parts = (0..<200).map { IcicleChart.Node(name: "part \($0)", size: 1, ink: .plainTint, tip: "", parts: []) }
        let nodes = (0..<200).map { IcicleChart.Node(name: "node \($0)", size: 200, ink: .goodTint, tip: "", parts: parts) }
        let chart = IcicleChart(title: "Many", summary: "", levels: ["A", "B"], nodes: nodes, legend: [])
        let drawn = try #require(chart.chart(.wide))
        #expect(drawn.canvas.markCount <= LevelOfDetail.mostMarks)
        // The first level is whole, whatever becomes of the second.
        let svg = String(decoding: drawn.svg(inPage: true), as: UTF8.self)
        #expect((0..<200).allSatisfy { svg.contains(">node \($0)</text>") } && svg.contains("small ones"))
    }

    /// Work where nobody is has no per cent, and no chart breaks over it.
    @Test func loadsBeyondMeasure() throws {
        let chart = HeatMapChart(
            title: "Heat", summary: "", columns: ["Jan 2028", "Feb 2028"],
            rows: [.init(name: "Team", loads: [.infinity, 1.5], tips: ["nobody there", "150 %"])])
        let svg = String(decoding: try #require(chart.chart(.wide)).svg(inPage: true), as: UTF8.self)
        #expect(svg.contains("&gt;999</text>") && svg.contains(">150</text>"))
    }

    /// Nothing to show is no chart.
    @Test func nothing() {
        #expect(RangeChart(title: "", summary: "", rows: []).chart(.wide) == nil)
        #expect(IcicleChart(title: "", summary: "", levels: ["A"], nodes: [], legend: []).chart(.wide) == nil)
        #expect(FanChart(title: "", summary: "", past: [], future: [], planned: [], total: 0).chart(.narrow) == nil)
        #expect(
            DistributionChart(title: "", summary: "", bins: [], curve: [], marks: [], samples: 1).chart(.wide) == nil)
    }

    /// Where bars are and what they add up to: +30 and -50 tenths come to -20.
    @Test func waterfallAddsUp() throws {
        let chart = WaterfallChart(
            title: "Fall", summary: "",
            steps: [
                .init(name: "a", amount: 30, word: "+3 d", tip: "a"), .init(name: "b", amount: -50, word: "-5 d", tip: "b"),
            ], total: .init(name: "in all", amount: -20, word: "-2 d", tip: "t"), word: LinearScale.word, parts: 10)
        let svg = String(decoding: try #require(chart.chart(.wide)).svg(inPage: true), as: UTF8.self)
        let bars = svg.matches(of: /<rect x="([\d.]+)" y="[\d.]+" width="([\d.]+)"/).compactMap { match in
            Double(match.1).flatMap { x in Double(match.2).map { (x, $0) } }
        }
        try #require(bars.count == 3)
        // In days: 0 to 3, 3 down to -2, and -2 to 0 in all; five days are the whole axis.
        let day = bars[1].1 / 5
        #expect(abs(bars[0].1 - 3 * day) < 0.2 && abs(bars[2].1 - 2 * day) < 0.2)
        #expect(abs(bars[1].0 - bars[2].0) < 0.2 && abs(bars[0].0 - (bars[2].0 + bars[2].1)) < 0.2)
    }
}
