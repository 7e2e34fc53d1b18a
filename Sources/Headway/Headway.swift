// The library product: one import for the whole pipeline.
@_exported public import PlanAlignment
@_exported public import PlanFiles
@_exported public import PlanForecast
@_exported public import PlanModel
@_exported public import PlanMonitoring
@_exported public import PlanNetwork
@_exported public import PlanScenario
@_exported public import PlanSchedule
