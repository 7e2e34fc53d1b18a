import PlanModel
import TestSupport
import Testing

@testable import PlanFiles

/// Check-ins of units and pairs with a rhythm of their own.
@Suite struct SettingsCadenceTests {
    private static let cadence = """
        cadence:
          every: 14d
          grace: 3d
          units:
            Intensive care: {every: 3d}
            Surgery: {every: 7d, grace: 2d}
          pairs:
            - {employee: E1, manager: B, every: 28d}
            - {employee: E2, manager: B, every: 4w, grace: 0d}

        """
    private static let head = "name: A\nepoch: 2027-01-04\n"

    @Test func readsAndWrites() throws {
        let settings = try #require(SettingsReading(Self.head + Self.cadence).settings)
        #expect(settings.cadence == Cadence(everyDays: 14, graceDays: 3))
        #expect(
            settings.ownCadences.units == [
                "Intensive care": OwnCadence(everyDays: 3), "Surgery": OwnCadence(everyDays: 7, graceDays: 2),
            ])
        #expect(
            settings.ownCadences.pairs == [
                .init(employee: "E1", manager: "B"): OwnCadence(everyDays: 28),
                .init(employee: "E2", manager: "B"): OwnCadence(everyDays: 28, graceDays: 0),
            ])
        let text = SettingsWriter.text(of: settings)
        #expect(text.contains("cadence:\n  every: 14d\n  grace: 3d\n  units:\n"))
        #expect(SettingsReading(text).settings == settings)
    }

    @Test(arguments: [
        ("  units: [Surgery]\n", "wrong-type 5 cadence.units"),
        ("  units: {Surgery: {grace: 2d}}\n", "missing-key 5 cadence.units.Surgery.every"),
        ("  units: {Surgery: {every: 1h}}\n", "bad-days 5 cadence.units.Surgery.every"),
        ("  pairs:\n    - {employee: E1, every: 7d}\n", "missing-key 6 cadence.pairs.manager"),
        ("  pairs:\n    - {employee: E1, manager: B}\n", "missing-key 6 cadence.pairs.every"),
        (
            "  pairs:\n    - {employee: E1, manager: B, every: 7d}\n    - {employee: E1, manager: B, every: 8d}\n",
            "duplicate-pair 7 cadence.pairs"
        ),
    ])
    func faults(_ lines: String, _ fault: String) {
        let reading = SettingsReading(Self.head + "cadence:\n  every: 14d\n" + lines)
        #expect(reading.faults.faults.map { "\($0.code) \($0.line ?? 0) \($0.column ?? "")" } == [fault])
    }

    @Test func strangersAreNamed() throws {
        var plan = CheckInPlan(people: ["B", "E1,B,Surgery"])
        plan.cadence = Self.cadence
        let error = #expect(throws: LoadError.self) { try plan.plan() }
        // name, epoch and dataDate come first, so the cadence begins on line 4.
        #expect(
            error?.faults.map { "\($0)" } == [
                "plan.yaml:8: cadence.units.Intensive care: no person and no team is in a unit of this name (expected a unit of people.csv or teams.csv) "
                    + "(found \"Intensive care\")",
                "plan.yaml:12: cadence.pairs.employee: no such person (expected the id of a row of people.csv) (found \"E2\")",
            ])
    }
}
