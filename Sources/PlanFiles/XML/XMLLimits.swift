/// How much of an XML file is read before it is refused: no plan comes near these.
struct XMLLimits {
    /// Elements inside each other.
    var depth = 100
    /// Bytes of one text.
    var fieldLength = 1 << 20
    /// Elements in all.
    var elements = 1_000_000_000
    /// Different paths of elements that the reader does not know; more are counted together.
    var unknownPaths = 2000
    /// Bytes handed to the parser at a time.
    var chunk = 1 << 26
}
