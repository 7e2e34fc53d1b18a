/// What a PMXML file holds and a plan does not: which fields are counted together, and why the others are left out.
enum PMXMLLosses {
    /// Whether a field follows from others.
    static func isDerived(_ name: String) -> Bool {
        derived.contains(name) || name.hasPrefix("AtCompletion") || name.hasPrefix("RemainingEarly")
            || name.hasPrefix("RemainingLate")
            || name.hasPrefix("Early") || name.hasPrefix("Late") || name.hasPrefix("Summary")
            || name.hasSuffix("PercentComplete")
            || name.hasSuffix("Float")
    }

    private static let derived: Set<String> = [
        "StartDate", "FinishDate", "ActualDuration", "ScheduledFinishDate", "IsCritical", "IsLongestPath", "HoursPerWeek",
        "HoursPerMonth", "HoursPerYear", "RemainingStartDate", "RemainingFinishDate", "RemainingUnits", "RemainingUnitsPerTime",
        "RemainingCost", "RemainingLaborCost", "RemainingNonLaborCost", "PlannedUnits", "ActualUnits", "ActualCost",
    ]

    /// Whether P6 keeps a field for itself.
    static func isBookkeeping(_ name: String) -> Bool {
        bookkeeping.contains(name) || name == "SequenceNumber" || name.hasPrefix("Last") || name.hasPrefix("Create")
            || name.hasPrefix("Is") || name.hasPrefix("Auto") || name.hasPrefix("ActivityDefault")
            || name.hasPrefix("ActivityId")
            || name.hasPrefix("Link") || name.hasPrefix("Level") || name.hasPrefix("Summarize") || name.hasPrefix("Resource")
            || name.hasPrefix("MultipleFloatPaths") || name.hasPrefix("EarnedValue") || name.hasPrefix("Default")
    }

    private static let bookkeeping: Set<String> = [
        "GUID", "ObjectId", "ProjectObjectId", "WBSObjectId", "SequenceNumber", "Status", "Type", "DurationType",
        "EstimatedWeight",
        "RateType", "RateSource", "PriorityList", "MaximumMultipleFloatPaths", "OverAllocationPercentage",
        "PreserveScheduledEarlyAndLateDates", "ExternalProjectPriorityLimit", "CheckOutStatus", "FiscalYearStartMonth",
    ]

    /// Why an element is left out.
    static func reason(path: String) -> String {
        if path.contains("UDF") { return "user-defined fields; a plan has none" }
        if path.contains("Code") { return "codes that sort and group; a plan has none" }
        if path.contains("Note") { return "notes; a plan has none" }
        if path.contains("Risk") { return "P6's risk register; risks of a plan are probabilities and delays" }
        if path.hasPrefix("Currency") || path.hasPrefix("UnitOfMeasure") || path.hasPrefix("OBS") || path.hasPrefix("EPS") {
            return "a catalogue or setting that a plan has no place for"
        }
        return "a plan has no place for it"
    }
}
