/// What a mark of a chart means. Colours come from the style sheet, so that one drawing serves light and dark.
///
/// Colours follow M. Okabe and K. Ito, "Color universal design" (2008): blue, orange and vermilion are told apart with every kind of
/// colour blindness. No meaning hangs on colour alone; a mark's shape, place or label says the same.
enum ChartInk: String, CaseIterable {
    /// As wished, in danger, missed.
    case good, fair, bad
    /// Without judgement: the main series, a second one, what lies behind them.
    case main, second, faint
    /// Areas of the same, behind text.
    case goodTint, fairTint, badTint, plainTint
    /// Lines of a grid, lines that divide, the colour of the page.
    case grid, rule, paper
    /// Steps of a load from none to far too much.
    case load0, load1, load2, load3, load4
    /// Words: usual, less important, and those on the darkest loads.
    case text, muted, onDark

    /// The name of its class in the style sheet.
    var name: String { rawValue }

    /// Its colour on a light page and on a dark one.
    var colours: (light: String, dark: String) {
        switch self {
        case .good: ("#0072b2", "#56b4e9")
        case .fair: ("#d98200", "#f0b429")
        case .bad: ("#c44601", "#ff8552")
        case .main: ("#33658a", "#8ab4d8")
        case .second: ("#7b5ea7", "#c3a6ec")
        case .faint: ("#c4ccd4", "#48515b")
        case .goodTint: ("#d6e8f5", "#123a52")
        case .fairTint: ("#fdebc8", "#4a3a0c")
        case .badTint: ("#fad9c8", "#5a2912")
        case .plainTint: ("#e8ebee", "#2d343c")
        case .grid: ("#e3e7eb", "#2b323a")
        case .rule: ("#8a949e", "#79838d")
        case .paper: ("#ffffff", "#14181d")
        case .load0: ("#f0f3f6", "#1f262d")
        case .load1: ("#d3e5f1", "#17384d")
        case .load2: ("#a5cbe3", "#1d4f70")
        case .load3: ("#f6c67d", "#7a5200")
        case .load4: ("#a63c06", "#ff9a6b")
        case .text: ("#1b1f24", "#e8ecf0")
        case .muted: ("#55606b", "#a5b0bb")
        case .onDark: ("#ffffff", "#14181d")
        }
    }
}

/// The part of the style sheet that charts need.
enum ChartStyles {
    /// The rules; in an SVG file of its own the words need a face and a size too.
    static let rules: String =
        base + rules { $0.light } + "@media screen and (prefers-color-scheme:dark){" + rules { $0.dark } + "}"

    private static let base =
        "svg text{font:12px " + faces
        + "}svg .b{font-weight:600}svg path,svg line{fill:none}svg .o{paint-order:stroke;stroke-width:4px;stroke-linejoin:round}"

    /// Faces from the narrowest to the widest; texts are measured in the last.
    static let faces = "system-ui,-apple-system,\"Segoe UI\",Roboto,Arial,\"Liberation Sans\",\"DejaVu Sans\",sans-serif"

    private static func rules(_ colour: ((light: String, dark: String)) -> String) -> String {
        ChartInk.allCases.map { ink in
            let value = colour(ink.colours)
            return "svg .\(ink.name){fill:\(value)}svg .s-\(ink.name){stroke:\(value)}"
        }.joined() + "svg text{fill:\(colour(ChartInk.text.colours))}svg .o{stroke:\(colour(ChartInk.paper.colours))}"
    }
}
