/// A drawing with its name and what it says in words.
struct Chart {
    /// How wide a chart is drawn: its letters keep their size, so what it shows beside them differs.
    enum Format: CaseIterable {
        /// For a page on a screen or on paper, and for a phone.
        case wide, narrow

        /// Pixels.
        var width: Double { self == .wide ? 760 : 350 }
    }

    /// What it is called.
    let title: String
    /// What it shows, in a sentence or two, for those who do not see it.
    let summary: String
    let width: Double, height: Double
    let canvas: Canvas

    /// A part of an HTML page; an SVG file of its own brings its colours with it.
    func svg(inPage: Bool) -> [UInt8] {
        var bytes: [UInt8] = []
        let (width, height) = (Int(width.rounded(.up)), Int(height.rounded(.up)))
        if !inPage { bytes.append(text: "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n") }
        bytes.append(text: "<svg")
        if !inPage { bytes.append(text: " xmlns=\"http://www.w3.org/2000/svg\"") }
        bytes.append(
            text: " viewBox=\"0 0 \(width) \(height)\" width=\"\(width)\" height=\"\(height)\" role=\"img\" aria-label=\"")
        bytes.append(markup: "\(title). \(summary)")
        bytes.append(text: "\">")
        if !inPage {
            bytes.append(text: "<title>")
            bytes.append(markup: title)
            bytes.append(text: "</title><desc>")
            bytes.append(markup: summary)
            bytes.append(text: "</desc><style>\(ChartStyles.rules)</style>")
            bytes.append(text: "<rect class=\"\(ChartInk.paper.name)\" width=\"\(width)\" height=\"\(height)\"/>")
        }
        bytes += canvas.bytes
        bytes.append(text: "</svg>")
        if !inPage { bytes.append(text: "\n") }
        return bytes
    }
}
