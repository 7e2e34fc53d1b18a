public import PlanModel

/// A key and its value in one call.
extension JSONWriter {
    /// A text; `null` for none.
    public mutating func field(_ name: String, _ value: String?) {
        key(name)
        string(value)
    }

    /// A whole number; `null` for none.
    public mutating func field(_ name: String, _ value: Int?) {
        key(name)
        integer(value)
    }

    /// A number; `null` for none and for what JSON cannot hold.
    public mutating func field(_ name: String, _ value: Double?) {
        key(name)
        double(value)
    }

    /// True or false.
    public mutating func field(_ name: String, _ value: Bool) {
        key(name)
        bool(value)
    }

    /// A date and time; `null` for none.
    public mutating func field(_ name: String, _ value: LocalDateTime?) {
        key(name)
        date(value)
    }
}
