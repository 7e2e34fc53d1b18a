/// A queue whose smallest element comes first.
///
/// Source: J. W. J. Williams, "Algorithm 232: Heapsort", Communications of the ACM 7 (1964).
struct BinaryHeap<Element: Comparable> {
    /// No element is smaller than the one at half its place (counted from 1).
    private var elements: [Element] = []

    /// Adds an element.
    ///
    /// - Complexity: O(log count).
    mutating func insert(_ element: Element) {
        elements.append(element)
        var place = elements.count - 1
        while place > 0, elements[place] < elements[(place - 1) / 2] {
            elements.swapAt(place, (place - 1) / 2)
            place = (place - 1) / 2
        }
    }

    /// Takes out the smallest element; `nil` where there is none.
    ///
    /// - Complexity: O(log count).
    mutating func removeFirst() -> Element? {
        guard let last = elements.popLast() else { return nil }
        guard let first = elements.first else { return last }
        elements[0] = last
        var place = 0
        while true {
            var least = place
            for child in 2 * place + 1..<2 * place + 3 where child < elements.count && elements[child] < elements[least] {
                least = child
            }
            if least == place { return first }
            elements.swapAt(place, least)
            place = least
        }
    }
}
