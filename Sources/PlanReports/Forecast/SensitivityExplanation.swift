extension ForecastReport {
    /// How far a forecast report explains its targets.
    public struct Explanation: Sendable {
        /// What drives the targets; `nil` where it was not computed.
        public var sensitivity: SensitivityReport?
        /// Whether text and CSV show what drives each target.
        public var showsTargets = false
        /// Whether text and CSV show risks and drivers alone.
        public var showsDrivers = false

        /// Nothing is explained unless said otherwise.
        public init(sensitivity: SensitivityReport? = nil, showsTargets: Bool = false, showsDrivers: Bool = false) {
            (self.sensitivity, self.showsTargets, self.showsDrivers) = (sensitivity, showsTargets, showsDrivers)
        }

        /// The sections that are shown, for people.
        func text(_ style: Style) -> [String] {
            guard let sensitivity else { return [] }
            let blocks = [showsTargets ? sensitivity.text(style) : [], showsDrivers ? sensitivity.driverText(style) : []]
            return Array(blocks.filter { !$0.isEmpty }.joined(separator: [""]))
        }

        /// The rows that stand for those of targets; `nil` where none do.
        func csv() -> [UInt8]? {
            guard let sensitivity else { return nil }
            return showsTargets ? sensitivity.csv() : showsDrivers ? sensitivity.driversCSV() : nil
        }
    }
}
