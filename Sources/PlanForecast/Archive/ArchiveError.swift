/// Why a file is no forecast that can be shown.
public enum ArchiveError: Error, Sendable, Hashable, CustomStringConvertible {
    /// It does not begin as a forecast does.
    case notAForecast
    /// It has another format version.
    case otherVersion(UInt32)
    /// It is shorter than it says, bytes.
    case cutShort(found: Int, expected: UInt64)
    /// Its checksum or its contents are wrong.
    case damaged(String)
    /// It was made from other data.
    case otherInput(found: String, expected: String)
    /// It was made from the same data, read in another way: something that it names is not there.
    case otherPlan(String)

    /// A stable word for scripts.
    public var code: String {
        switch self {
        case .notAForecast: "no-saved-forecast"
        case .otherVersion: "saved-by-other-version"
        case .cutShort, .damaged: "saved-damaged"
        case .otherInput, .otherPlan: "saved-from-other-data"
        }
    }

    /// What is wrong, in words.
    public var description: String {
        switch self {
        case .notAForecast: "expected a forecast written by --save (found something else)"
        case .otherVersion(let version):
            "expected format version \(ForecastArchive.formatVersion) (found \(version)); run the forecast again with --save"
        case .cutShort(let found, let expected): "the file is cut short: expected \(expected) bytes (found \(found))"
        case .damaged(let what): "the file is damaged: \(what); run the forecast again with --save"
        case .otherInput(let found, let expected):
            "the plan has changed since: the forecast was made from data \(found), the plan is \(expected); run it again with --save"
        case .otherPlan(let what): "the forecast was made from the plan as it was read otherwise: \(what) is not there"
        }
    }
}
