import Foundation
import TestSupport
import Testing

/// Pages of `headway report` as a browser shows them: `Tests/Browser/look.py` finds what overflows, overlaps, cannot be read, runs or fetches.
@Suite(.enabled(if: Browser.isThere)) struct BrowserTests {
    private func make(_ plan: String, _ arguments: [String], _ page: String) throws {
        let run = try Program.run(["report", plan, "-o", page, "--samples", "256"] + arguments)
        #expect(run.code == 0, "\(plan): \(run.error)")
    }

    /// The organisation in `datasets/` with all its scenarios, and a plan of one task, of which most is missing.
    @Test func organisation() throws {
        try TemporaryFolder.with { folder in
            let scenarios = try TemporaryFolder.names(TestFolders.datasets + "/scenarios").filter { $0.hasSuffix(".yaml") }
            let (whole, little) = (folder + "/hospital.html", folder + "/little.html")
            try make(hospital, ["--scenario"] + scenarios.map { "\(TestFolders.datasets)/scenarios/\($0)" }, whole)
            try make(textbook, [], folder + "/textbook.html")
            try TemporaryFolder.withPlan(["tasks.csv": "id,name,project,duration\nT,Only task,,3d\n"]) { plan in
                try make(plan, [], little)
            }
            try Browser.expectNoFaults(in: [whole, folder + "/textbook.html", little])
        }
    }

    /// Scripts, quotes, marks that turn writing around, emoji, very long names and formulas in every field are shown as text.
    @Test func hostileNames() throws {
        try TemporaryFolder.with { folder in
            let plan = folder + "/plan"
            try HostilePlan.write(to: plan)
            let page = folder + "/hostile.html"
            try make(plan, ["--scenario", plan + "/scenario.yaml"], page)
            try Browser.expectNoFaults(in: [page])
            let text = String(decoding: try TestFolders.contents(of: page), as: UTF8.self)
            #expect(text.contains("&lt;script&gt;alert(1)&lt;/script&gt;") && text.contains("\\u{202e}"))
            #expect(!text.unicodeScalars.contains { $0.value == 0x202E || $0.value == 7 || $0.value == 0xFFFE })
            for name in ["gantt", "cascade", "load", "initiatives"] {
                let file = folder + "/\(name).svg"
                #expect(
                    try Program.run(["report", plan, "--format", "svg", "--chart", name, "--samples", "64", "-o", file]).code
                        == 0)
                let sound = try Program.shell("python3 -c 'import sys,xml.dom.minidom as m; m.parse(sys.argv[1])' \(file)")
                #expect(sound.code == 0, "\(name): \(sound.error)")
            }
        }
    }

    /// Every plan of the reference gives a page without an empty or broken chart.
    @Test(.enabled(if: TestFolders.hasReference)) func realPlans() throws {
        let reference = try #require(TestFolders.reference) + "/dslib"
        try TemporaryFolder.with { folder in
            var pages: [String] = []
            let plans = try TestFolders.names(in: reference)
            for code in plans {
                let page = "\(folder)/\(code).html"
                let run = try Program.run(["report", "\(reference)/\(code)", "-o", page, "--samples", "128"])
                // Three are refused for faults of their own, which other tests name.
                if run.code == 65 { continue }
                #expect(run.code == 0, "\(code): \(run.error)")
                pages.append(page)
            }
            print("dslib: \(pages.count) of \(plans.count) plans have a page")
            #expect(pages.count >= 116)
            try Browser.expectNoFaults(in: pages, ["--drawings", "--widths", "390", "--schemes", "light"])
        }
    }

    /// What finds faults finds them.
    @Test func theLookItself() throws {
        let run = try Program.shell("cd '\(Browser.folder)' && python3 -m unittest -q test_look.py 2>&1")
        #expect(run.code == 0, "\(run.text)")
    }
}

/// The browser that looks at pages.
enum Browser {
    /// Where the program is that looks.
    static let folder: String = {
        URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().appending(path: "Browser").path
    }()

    /// Whether there are Chromium and Python; says so loudly where there are not.
    static let isThere: Bool = {
        if (try? Program.shell("command -v chromium python3 >/dev/null && command -v python3").code) == 0 { return true }
        FileHandle.standardError.write(
            Data("\n*** chromium or python3 is not installed: ALL TESTS OF PAGES IN A BROWSER ARE SKIPPED ***\n\n".utf8))
        return false
    }()

    /// Looks at pages and reports every fault.
    static func expectNoFaults(in pages: [String], _ options: [String] = ["--drawings"]) throws {
        let words = (options + pages).map { "'\($0)'" }.joined(separator: " ")
        let run = try Program.shell("python3 '\(folder)/look.py' \(words)")
        #expect(run.code == 0, "\(run.text.prefix(4_000))\(run.error)")
    }
}
