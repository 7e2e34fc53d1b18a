import Glibc

extension XMLPass {
    /// Lays the shape out as nodes; node 0 is the root.
    mutating func lay(_ shape: XMLShape, root: String) { _ = lay(shape, root, parent: -1) }

    private mutating func lay(_ shape: XMLShape, _ name: String, parent: Int32) -> Int32 {
        let node = Int32(nodes.count)
        switch shape {
        case .group(let children):
            add(Node(role: .group, parent: parent), name)
            lay(children, under: node)
        case .fields(let kind, let fields, let children):
            let base = slots.count
            slots += Array(repeating: .init(), count: fields.count)
            add(Node(role: .record, parent: parent, value: kind, base: base, fieldCount: fields.count), name)
            for (place, field) in fields.enumerated() {
                add(Node(role: .field, parent: node, value: base + place), field)
            }
            lay(children, under: node)
        }
        return node
    }

    private mutating func lay(_ children: [String: XMLShape], under node: Int32) {
        for (name, shape) in children.sorted(by: { $0.key < $1.key }) { _ = lay(shape, name, parent: node) }
    }

    private mutating func add(_ node: Node, _ name: String) {
        if node.parent >= 0 { names.add(parent: node.parent, name: name, node: Int32(nodes.count)) }
        nodes.append(node)
        nodeNames.append(name)
    }

    /// The node of a name that was not met before: one that the shape knows without its prefix, or an unknown one.
    mutating func meet(_ name: UnsafePointer<CChar>, under parent: Int32) -> Int32 {
        let full = unsafe String(cString: name)
        let local = Self.local(full)
        if local != full {
            var copy = local
            let known = copy.withUTF8 { bytes in
                unsafe bytes.withMemoryRebound(to: CChar.self) {
                    unsafe names.node(parent: parent, name: $0.baseAddress!, count: $0.count)
                }
            }
            if let known {
                names.add(parent: parent, name: full, node: known)
                return known
            }
        }
        let isFull = unknowns.count >= limits.unknownPaths
        if isFull, let last = nodes.lastIndex(where: { $0.role == .unknown }) { return Int32(last) }
        let path = path(of: parent) + "/" + (isFull ? "…" : local)
        add(Node(role: .unknown, parent: parent, value: unknowns.count), full)
        unknowns.append(XMLUnknown(path: path))
        return Int32(nodes.count - 1)
    }

    /// A name without its namespace's prefix.
    static func local(_ name: String) -> String {
        guard let colon = name.lastIndex(of: ":"), colon != name.indices.last else { return name }
        return String(name[name.index(after: colon)...])
    }

    private func path(of node: Int32) -> String {
        let parent = nodes[Int(node)].parent
        return (parent < 0 ? "" : path(of: parent) + "/") + nodeNames[Int(node)]
    }
}
