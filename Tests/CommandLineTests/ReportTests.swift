import Foundation
import TestSupport
import Testing

/// `headway report`, as its users type it.
@Suite struct ReportTests {
    private static let charts = [
        "initiatives", "finish", "fan", "slip", "coverage", "strategy", "cascade", "gantt", "tornado", "load", "rhythm",
        "scenarios",
    ]
    private static let scenario = TestFolders.datasets + "/scenarios/two-engineers.yaml"

    private func page(_ plan: String, _ arguments: [String] = []) throws -> String {
        let run = try Program.run(["report", plan, "--samples", "256"] + arguments)
        #expect(run.code == 0 && run.error.isEmpty, "\(run.error)")
        return run.text
    }

    @Test func wholePage() throws {
        let page = try page(hospital, ["--scenario", Self.scenario])
        for words in [
            "<!DOCTYPE html>", "<html lang=\"en\">", "<title>St. Elsewhere 2027, 30 Jun 2027</title>", "Will we make it?",
            "Why not?",
            "Who and what does it hang on?", "What can we do?", "What does this rest on?",
            "that all 6 key initiatives are on time",
            "I5 Day surgery", "default-src 'none'; style-src 'sha256-", "256, stratified, seed 1",
        ] { #expect(page.contains(words), "\(words)") }
        for name in Self.charts { #expect(page.contains("<section id=\"\(name)\">"), "\(name)") }
        // Nothing is missing, nothing runs, nothing is fetched.
        #expect(!page.contains("class=\"absent\"") && !page.contains("<script") && !page.contains(" style=\""))
        #expect(!page.contains("http://") && !page.contains("https://") && !page.contains("url("))
        #expect(page.utf8.count < 1_000_000)
        // A wide and a narrow drawing of each chart; three of each that has one a target in focus.
        #expect(page.matches(of: /<svg\s/).count == 2 * (8 + 3 * 4))
    }

    /// The page admits its own style sheet and no other.
    @Test func policyHoldsTheDigestOfTheStyleSheet() throws {
        let page = try page(textbook)
        let sheet = try #require(page.firstMatch(of: /<style>(.*?)<\/style>/.dotMatchesNewlines())?.1)
        let digest = try #require(page.firstMatch(of: /style-src 'sha256-([^']+)'/)?.1)
        try TemporaryFolder.with { folder in
            try TemporaryFolder.write(String(sheet), folder + "/sheet.css")
            let python =
                "import hashlib,base64,sys; print(base64.b64encode(hashlib.sha256(sys.stdin.buffer.read()).digest()).decode())"
            let found = try Program.shell("python3 -c '\(python)' <\(folder)/sheet.css").text.trimmingCharacters(
                in: .whitespacesAndNewlines)
            #expect(found == digest, "PageStyles.digest is to be \(found)")
        }
    }

    @Test(arguments: ["1", "3"]) func sameBytesOnAnyThreadsAndInAnyOrder(threads: String) throws {
        let arguments = ["--scenario", Self.scenario, "--threads", threads]
        let expected = try page(hospital, ["--scenario", Self.scenario, "--threads", "2"])
        #expect(try page(hospital, arguments) == expected)
        try TemporaryFolder.with { folder in
            let turned = folder + "/turned"
            try FileManager.default.copyItem(atPath: hospital, toPath: turned)
            for name in try TemporaryFolder.names(turned) where name.hasSuffix(".csv") {
                let lines = try String(contentsOfFile: "\(turned)/\(name)", encoding: .utf8).split(separator: "\n")
                try TemporaryFolder.write(
                    ([lines[0]] + lines.dropFirst().reversed()).joined(separator: "\n") + "\n", "\(turned)/\(name)")
            }
            #expect(try page(turned, arguments) == expected)
        }
    }

    @Test func everyChartAsAFile() throws {
        for name in Self.charts {
            let run = try Program.run([
                "report", hospital, "--samples", "128", "--format", "svg", "--chart", name, "--scenario", Self.scenario,
            ])
            #expect(run.code == 0 && run.text.hasPrefix("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns="), "\(name)")
            #expect(run.text.hasSuffix("</svg>\n") && run.text.contains("<title>"), "\(name)")
        }
        let chosen = try Program.run([
            "report", hospital, "--format", "svg", "--chart", "gantt", "--target", "I3", "--samples", "64",
        ])
        #expect(chosen.text.contains("What leads to the finish of I3 Infection control"))
    }

    /// The data behind the page are those of the single commands.
    @Test func data() throws {
        try TemporaryFolder.with { folder in
            let (file, html) = (folder + "/data.json", folder + "/page.html")
            let run = try Program.run(["report", hospital, "--samples", "256", "--data", file, "-o", html])
            #expect(run.code == 0 && run.output.isEmpty && FileManager.default.fileExists(atPath: html))
            let data = try #require(try JSONSerialization.jsonObject(with: TestFolders.contents(of: file)) as? [String: Any])
            #expect(
                Set(["headway", "plan", "dataDate", "inputHash", "headline", "focus", "fan", "paths", "load"]).isSubset(
                    of: data.keys))
            #expect(data["focus"] as? [String] == ["I5", "I2", "I1"] && data["compare"] is NSNull)
            let whole = try Program.run(["report", hospital, "--samples", "256", "--format", "json"])
            let written = try TestFolders.contents(of: file)
            #expect(whole.output == written)
            for (key, arguments) in [
                ("slip", ["slip", hospital]), ("checkins", ["checkins", hospital]), ("align", ["align", hospital]),
            ] {
                let alone = try Program.run(arguments + ["--format", "json"]).object()
                #expect(
                    NSDictionary(dictionary: try #require(data[key] as? [String: Any])) == NSDictionary(dictionary: alone),
                    "\(key)")
            }
            let forecast = try Program.run(["forecast", hospital, "--samples", "256", "--format", "json"]).object()
            let targets = { (object: Any?) in
                ((object as? [String: Any])?["targets"] as? [[String: Any]] ?? []).filter {
                    $0["kind"] as? String == "initiative"
                }
                .map { [$0["p50"] as? String, $0["p80"] as? String] }
            }
            #expect(targets(data["forecast"]).count == 6 && targets(data["forecast"]) == targets(forecast))
            // 917 tasks are open; at the end of the fan all are done in every sample.
            let fan = try #require(data["fan"] as? [String: Any])
            let slices = try #require(fan["slices"] as? [[String: Any]])
            #expect(fan["openTasks"] as? Int == 917 && slices.first?["p90"] as? Int == 0 && slices.last?["p10"] as? Int == 917)
            #expect((data["missing"] as? [[String: Any]])?.map { $0["chart"] as? String } == ["scenarios"])
        }
    }

    /// A plan of one task says of everything else what to add to get it.
    @Test func littlePlan() throws {
        try TemporaryFolder.with { folder in
            try TemporaryFolder.write("id,name,project,duration\nT,Only task,,3d\n", folder + "/tasks.csv")
            try TemporaryFolder.write(
                "name: Little\nepoch: 2027-01-04T08:00\ncalendar: c\ncalendars: {c: {week: {monday: [08:00-16:00]}}}\n",
                folder + "/plan.yaml")
            let page = try page(folder)
            for words in [
                "no open task carries a range or a risk", "Add the approved dates as baselines/NAME.csv",
                "Add weight to initiatives.csv",
                "Nobody is assigned to work that is left", "add cadence: {every: 14d, grace: 3d} to plan.yaml",
                "No scenario was named",
            ] { #expect(page.contains(words), "\(words)") }
        }
    }

    @Test func peopleHeld() throws {
        let page = try page(hospital, ["--resources", "dynamic"])
        #expect(page.contains("held: a task waits until its people are free"))
        #expect(page.contains("Not with --resources dynamic, which keeps the finishes of targets alone."))
    }

    @Test func usage() throws {
        for (arguments, words) in [
            (["--format", "svg"], "expected --chart with one of initiatives"),
            (["--chart", "fan"], "--chart: expected --format svg"),
            (["--format", "svg", "--chart", "pie"], "chart"), (["--open"], "--open: expected -o"),
            (["--format", "csv"], "format"),
            (["--target", "I9"], "no initiative, goal or project has the id"),
            (["--baseline", "none"], "no baseline is called"),
            (["--data", "x", "-o", "x"], "--data: expected another file"),
        ] {
            let run = try Program.run(["report", hospital] + arguments)
            #expect(run.code == 2 && run.output.isEmpty && run.error.contains(words), "\(arguments): \(run.error)")
        }
        let missing = try Program.run(["report", textbook, "--format", "svg", "--chart", "rhythm"])
        #expect(missing.code == 2 && missing.error.contains("cadence"))
    }

    /// The page goes to whatever the desktop opens pages with; where there is nothing, where it is is told.
    @Test func opening() throws {
        try TemporaryFolder.with { folder in
            let (page, tools) = (folder + "/page.html", folder + "/tools")
            try FileManager.default.createDirectory(atPath: tools, withIntermediateDirectories: true)
            let arguments = ["report", textbook, "-o", page, "--open"]
            let without = try Program.run(arguments, environment: ["PATH": tools])
            #expect(without.code == 0 && without.error == "the page is at \(page); there is no xdg-open here to open it\n")
            try TemporaryFolder.write(
                "#!/bin/sh\nprintf %s \"$1\" >\(folder)/opened.part && mv \(folder)/opened.part \(folder)/opened\n",
                tools + "/xdg-open")
            try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: tools + "/xdg-open")
            let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
            #expect(try Program.run(arguments, environment: ["PATH": "\(tools):\(path)"]).code == 0)
            // Nobody waits for the desktop.
            for _ in 0..<200 where !FileManager.default.fileExists(atPath: folder + "/opened") { usleep(20_000) }
            #expect(try String(contentsOfFile: folder + "/opened", encoding: .utf8) == page)
        }
    }

    /// A page that cannot be written is not half written.
    @Test func nothingIsLeftBehind() throws {
        try TemporaryFolder.with { folder in
            let run = try Program.run(["report", hospital, "-o", folder + "/none/page.html", "--data", folder + "/data.json"])
            let left = try TemporaryFolder.names(folder)
            #expect(run.code == 73 && left.isEmpty)
        }
    }
}
