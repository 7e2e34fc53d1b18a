import PlanModel
import Yams

/// Takes a YAML file apart into nodes; what Headway does not read becomes a fault with its path of keys.
struct YAMLTree {
    private let file: String
    private var faults = FaultList()
    /// The keys that lead to the node at hand.
    private var path: [String] = []
    /// Whether keys carry the marks of `YAMLComposer`.
    private let isMarked: Bool

    private init(file: String, isMarked: Bool) { (self.file, self.isMarked) = (file, isMarked) }

    /// The file's value, with every fault of the format; `nil` if it has none.
    static func read(_ bytes: Span<UInt8>, file: String, faults: inout FaultList) -> YAMLNode? {
        let text: String
        do { text = try YAMLText.checked(bytes) } catch {
            faults.add(error.fault(file: file))
            return nil
        }
        var composer = YAMLComposer(text)
        switch composer.compose() {
        case .failure(let refusals):
            for refusal in refusals.list { faults.add(refusal.fault(file: file)) }
            return nil
        case .success(let root):
            var tree = YAMLTree(file: file, isMarked: !composer.marked.isEmpty)
            let node = withExtendedLifetime(composer.parser) { root.map { tree.node($0) } }
            faults.add(tree.faults)
            return node
        }
    }

    /// Recursion is bounded by libYAML's limit of 1,000 levels.
    private mutating func node(_ node: Node) -> YAMLNode {
        let line = node.mark?.line ?? 1
        guard isRead(node, line: line) else { return YAMLNode(line: line, value: .refused) }
        switch node {
        case .scalar(let scalar): return YAMLNode(line: line, value: .text(scalar.string, isPlain: scalar.style == .plain))
        case .sequence(let items): return YAMLNode(line: line, value: .list(items.map { self.node($0) }))
        case .mapping(let pairs): return YAMLNode(line: line, value: .map(entries(pairs)))
        case .alias: return YAMLNode(line: line, value: .refused)
        }
    }

    private mutating func entries(_ pairs: Node.Mapping) -> [YAMLEntry] {
        var entries: [YAMLEntry] = []
        var first: [String: Int] = [:]
        for (key, value) in pairs {
            guard let name = name(key) else { continue }
            let line = key.mark?.line ?? 1
            path.append(quotable(name))
            defer { path.removeLast() }
            if let earlier = first[name] {
                let message = "the key is given twice, first on line \(earlier) (expected each key once)"
                refuse("duplicate-key", line, message, found: name)
            } else {
                first[name] = line
                entries.append(YAMLEntry(key: name, line: line, node: node(value)))
            }
        }
        return entries
    }

    private mutating func name(_ key: Node) -> String? {
        let line = key.mark?.line ?? 1
        guard isRead(key, line: line) else { return nil }
        if case .scalar(let scalar) = key { return isMarked ? YAMLComposer.unmarked(scalar.string) : scalar.string }
        let found = key.mapping == nil ? "a list" : "a mapping"
        refuse("bad-key", line, "a key must be text (expected a key such as name)", found: found)
        return nil
    }

    /// Whether a node carries neither an anchor nor a tag that would change what it means.
    private mutating func isRead(_ node: Node, line: Int) -> Bool {
        if let anchor = node.anchor {
            let message = "anchors and aliases are not read (expected the value written out)"
            refuse("anchor", line, message, found: anchor.rawValue)
            return false
        }
        if ![Tag.Name.str, .seq, .map].contains(where: { node.tag.description == $0.rawValue }) {
            refuse("yaml-tag", line, "tags are not read (expected the value alone)", found: node.tag.description)
            return false
        }
        return true
    }

    private mutating func refuse(_ code: String, _ line: Int, _ message: String, found: String) {
        let column = path.isEmpty ? nil : path.joined(separator: ".")
        faults.add(
            Fault(code: code, file: file, line: line, column: column, message: "\(message) (found \"\(quotable(found))\")"))
    }
}
