/// How wide a text of a chart is, so that labels fit and do not touch.
///
/// A page is shown in whatever sans-serif face its reader has. Widths here are those of DejaVu Sans, the widest of the faces that
/// pages name, so that what fits here fits everywhere; for letters beyond ASCII they are upper bounds by script.
struct TextMetrics {
    /// The size of the letters, pixels.
    let size: Double
    /// Whether they are bold, and wider.
    let isBold: Bool

    init(size: Double = Canvas.fontSize, isBold: Bool = false) { (self.size, self.isBold) = (size, isBold) }

    /// The width of a text, pixels.
    func width(of text: some StringProtocol) -> Double {
        var sum = 0
        for character in text { sum += Self.thousandths(character) }
        return Double(sum) * size / 1000 * (isBold ? 1.13 : 1)
    }

    /// The text, shortened with an ellipsis where it is wider than so many pixels; empty where not even one letter fits.
    func fitted(_ text: String, to most: Double) -> String {
        guard width(of: text) > most else { return text }
        let room = most - width(of: "…")
        var (result, used) = ("", 0.0)
        for character in text {
            let next = used + width(of: String(character))
            guard next <= room else { break }
            result.append(character)
            used = next
        }
        while result.last == " " { result.removeLast() }
        return result.isEmpty ? "" : result + "…"
    }

    /// The width of a character in thousandths of the size.
    private static func thousandths(_ character: Character) -> Int {
        if let ascii = character.asciiValue { return ascii < 32 || ascii > 126 ? 0 : Self.ascii[Int(ascii) - 32] }
        switch DisplayWidth.width(character) {
        case 0: return 0
        case 2: return 1400
        default: return widthBeyondASCII(character.unicodeScalars.first!.value)
        }
    }

    private static func widthBeyondASCII(_ value: UInt32) -> Int {
        switch value {
        case 0xA0, 0x2009, 0x202F, 0xB7, 0x2018, 0x2019: 330
        case 0x2013, 0x201C, 0x201D: 530
        case 0xC0..<0x250: 800
        case 0x370..<0x400: 850
        case 0x400..<0x530: 950
        case 0x590..<0x600: 720
        default: 1230
        }
    }

    /// The characters from space to tilde.
    private static let ascii = [
        318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337, 636, 636, 636, 636, 636, 636, 636, 636,
        636, 636, 337, 337, 838, 838, 838, 531, 1000, 684, 686, 698, 770, 632, 575, 775, 752, 295, 295, 656, 557, 863, 748, 787,
        603, 787, 695, 635, 611, 732, 684, 989, 685, 611, 685, 390, 337, 390, 838, 500, 500, 613, 635, 550, 635, 615, 352, 635,
        634, 278, 278, 579, 278, 974, 634, 612, 635, 635, 411, 521, 392, 634, 592, 818, 592, 592, 525, 636, 337, 636, 838,
    ]
}
