/// How much a chart shows: nobody sees more than a couple of thousand marks, and a page of ten thousand is slow.
enum LevelOfDetail {
    /// The most marks that a chart draws one by one.
    static let mostMarks = 2_000

    /// Points of a curve thinned to about `most`, its first and last kept: of each stretch the lowest and the highest.
    static func thinned(_ points: [(x: Double, y: Double)], to most: Int = 400) -> [(x: Double, y: Double)] {
        guard points.count > most, most >= 4 else { return points }
        let stretch = (points.count - 2 + most / 2 - 1) / (most / 2)
        var result = [points[0]]
        for first in stride(from: 1, to: points.count - 1, by: stretch) {
            let part = points[first..<min(first + stretch, points.count - 1)].indices
            let (low, high) = (part.min { points[$0].y < points[$1].y }!, part.max { points[$0].y < points[$1].y }!)
            for place in Set([low, high]).sorted() { result.append(points[place]) }
        }
        return result + [points[points.count - 1]]
    }
}
