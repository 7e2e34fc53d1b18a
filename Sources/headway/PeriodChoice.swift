import ArgumentParser
import Headway

/// The period that `--from` and `--to` name, within what the plan has records of.
enum PeriodChoice {
    /// From the plan's epoch to the data date where nothing is named; no day may lie after the data date.
    static func period(of plan: Plan, from: DayWord?, to: DayWord?) throws -> Period {
        let dataDate = plan.settings.dataDate
        let (first, last) = (from?.date ?? plan.settings.epoch, to?.date ?? dataDate)
        guard last.day <= dataDate.day else {
            throw ValidationError("--to: expected no day after the data date \(dataDate.dateText) (found \(last.dateText))")
        }
        guard first.day <= last.day else {
            throw ValidationError(
                from == nil
                    ? "--to: expected no day before the plan's epoch \(first.dateText), or an earlier --from (found \(last.dateText))"
                    : "--from: expected no day after \(last.dateText) (found \(first.dateText))")
        }
        return Period(from: first, to: last)
    }
}
