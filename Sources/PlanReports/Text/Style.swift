/// How text is dressed: how wide it may be, and whether colour may be used.
public struct Style: Sendable, Hashable {
    /// Columns that a line may take, 40 or more.
    public var width: Int
    /// Whether the reader shows ANSI colours.
    public var hasColour: Bool

    /// A style; widths below 40 are taken as 40, above 100 as 100, the longest line that reads well.
    public init(width: Int = 100, hasColour: Bool = false) {
        self.width = min(max(width, 40), 100)
        self.hasColour = hasColour
    }

    /// What a stretch of text is, for those who see colours.
    enum Ink: String {
        case heading = "1"
        case good = "32"
        case fair = "33"
        case bad = "31"
        case faint = "2"
    }

    /// The text in an ink, where colours are shown.
    func paint(_ text: String, _ ink: Ink?) -> String {
        guard hasColour, let ink, !text.isEmpty else { return text }
        return "\u{1B}[\(ink.rawValue)m\(text)\u{1B}[0m"
    }

    /// A heading line.
    func heading(_ text: String) -> String { paint(text, .heading) }
}
