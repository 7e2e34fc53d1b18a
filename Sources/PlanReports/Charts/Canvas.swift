/// What a chart is drawn on: SVG elements appended as bytes, coordinates in pixels to a tenth.
struct Canvas {
    /// The size of all letters, pixels.
    static let fontSize = 12.0
    /// How far below the middle of a line of text its baseline lies, pixels.
    static let baseline = 4.2

    /// How wide it is, pixels.
    let width: Double
    /// What has been drawn.
    private(set) var bytes: [UInt8] = []
    /// How many marks there are: shapes and texts.
    private(set) var markCount = 0

    /// Nothing drawn yet.
    init(width: Double) { self.width = width }

    /// Whether a text that is centred on a point stays on the canvas.
    func holds(_ text: String, centredOn x: Double) -> Bool {
        let half = TextMetrics().width(of: text) / 2
        return x - half >= 0 && x + half <= width
    }

    /// Where a text stands from its point.
    enum Anchor: String { case start, middle, end }

    /// A filled rectangle with what it says where it is pointed at.
    mutating func rect(
        _ x: Double, _ y: Double, _ width: Double, _ height: Double, _ ink: ChartInk, round: Double = 0, tip: String? = nil
    ) {
        open("rect")
        attribute("x", x)
        attribute("y", y)
        attribute("width", max(width, 0))
        attribute("height", max(height, 0))
        if round > 0 { attribute("rx", round) }
        fill(ink)
        close("rect", tip)
    }

    /// A straight line.
    mutating func line(
        _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ ink: ChartInk, width: Double = 1, isDashed: Bool = false,
        tip: String? = nil
    ) {
        open("line")
        attribute("x1", x1)
        attribute("y1", y1)
        attribute("x2", x2)
        attribute("y2", y2)
        stroke(ink, width, isDashed)
        close("line", tip)
    }

    /// A line through points; nothing for fewer than two.
    mutating func path(_ points: [(x: Double, y: Double)], _ ink: ChartInk, width: Double = 1.5, isDashed: Bool = false) {
        guard points.count > 1 else { return }
        open("path")
        through(points)
        stroke(ink, width, isDashed)
        close("path", nil)
    }

    /// An area within points; nothing for fewer than three.
    mutating func area(_ points: [(x: Double, y: Double)], _ ink: ChartInk, tip: String? = nil) {
        guard points.count > 2 else { return }
        // Polygons keep the fill that the style sheet takes from paths.
        open("polygon")
        bytes.append(text: " points=\"")
        for (place, point) in points.enumerated() {
            if place > 0 { bytes.append(UInt8(ascii: " ")) }
            number(point.x)
            bytes.append(UInt8(ascii: ","))
            number(point.y)
        }
        bytes.append(UInt8(ascii: "\""))
        fill(ink)
        close("polygon", tip)
    }

    /// A disc.
    mutating func circle(_ x: Double, _ y: Double, _ radius: Double, _ ink: ChartInk, tip: String? = nil) {
        open("circle")
        attribute("cx", x)
        attribute("cy", y)
        attribute("r", radius)
        fill(ink)
        close("circle", tip)
    }

    /// A square on its corner.
    mutating func diamond(_ x: Double, _ y: Double, _ radius: Double, _ ink: ChartInk, tip: String? = nil) {
        area([(x, y - radius), (x + radius, y), (x, y + radius), (x - radius, y)], ink, tip: tip)
    }

    /// A line of text with its middle at `y`; nothing for an empty one. Over lines it has an edge in the colour of the page.
    mutating func text(
        _ text: String, _ x: Double, _ y: Double, _ ink: ChartInk = .text, anchor: Anchor = .start, isBold: Bool = false,
        isOverLines: Bool = false, tip: String? = nil
    ) {
        guard !text.isEmpty else { return }
        open("text")
        attribute("x", x)
        attribute("y", y + Self.baseline)
        if anchor != .start { bytes.append(text: " text-anchor=\"\(anchor.rawValue)\"") }
        let names = (ink == .text ? [] : [ink.name]) + (isBold ? ["b"] : []) + (isOverLines ? ["o"] : [])
        if !names.isEmpty { bytes.append(text: " class=\"\(names.joined(separator: " "))\"") }
        bytes.append(UInt8(ascii: ">"))
        bytes.append(markup: text)
        if let tip { title(tip) }
        bytes.append(text: "</text>")
    }

    /// A text shortened to so many pixels, whole where it is pointed at.
    mutating func label(
        _ text: String, _ x: Double, _ y: Double, most: Double, _ ink: ChartInk = .text, anchor: Anchor = .start,
        isBold: Bool = false, isOverLines: Bool = false
    ) {
        let fitted = TextMetrics(isBold: isBold).fitted(printable(text), to: most)
        self.text(fitted, x, y, ink, anchor: anchor, isBold: isBold, isOverLines: isOverLines, tip: fitted == text ? nil : text)
    }

    // MARK: bytes

    private mutating func open(_ name: String) {
        markCount += 1
        bytes.append(text: "<\(name)")
    }

    private mutating func close(_ name: String, _ tip: String?) {
        guard let tip else { return bytes.append(text: "/>") }
        bytes.append(UInt8(ascii: ">"))
        title(tip)
        bytes.append(text: "</\(name)>")
    }

    private mutating func title(_ tip: String) {
        bytes.append(text: "<title>")
        bytes.append(markup: tip)
        bytes.append(text: "</title>")
    }

    private mutating func fill(_ ink: ChartInk) { bytes.append(text: " class=\"\(ink.name)\"") }

    private mutating func stroke(_ ink: ChartInk, _ width: Double, _ isDashed: Bool) {
        bytes.append(text: " class=\"s-\(ink.name)\"")
        if width != 1 { attribute("stroke-width", width) }
        if isDashed { bytes.append(text: " stroke-dasharray=\"4 3\"") }
    }

    private mutating func through(_ points: [(x: Double, y: Double)]) {
        bytes.append(text: " d=\"")
        for (place, point) in points.enumerated() {
            bytes.append(place == 0 ? UInt8(ascii: "M") : UInt8(ascii: "L"))
            number(point.x)
            bytes.append(UInt8(ascii: " "))
            number(point.y)
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private mutating func attribute(_ name: String, _ value: Double) {
        bytes.append(text: " \(name)=\"")
        number(value)
        bytes.append(UInt8(ascii: "\""))
    }

    /// A number to a tenth.
    private mutating func number(_ value: Double) {
        assert(value.isFinite)
        let tenths = Int((value * 10).rounded())
        if tenths < 0 { bytes.append(UInt8(ascii: "-")) }
        bytes.append(decimal: Int(tenths.magnitude / 10))
        guard tenths % 10 != 0 else { return }
        bytes.append(UInt8(ascii: "."))
        bytes.append(decimal: Int(tenths.magnitude % 10))
    }
}
