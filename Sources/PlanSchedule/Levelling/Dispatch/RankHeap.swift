/// Ranks, the lowest first; a rank that was put in twice comes out twice.
struct RankHeap {
    private var heap = BinaryHeap<Int32>()

    mutating func insert(_ rank: Int32) { heap.insert(rank) }

    mutating func removeFirst() -> Int32? { heap.removeFirst() }
}
