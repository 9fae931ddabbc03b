import ArgumentParser
import FabWorkflow

/// What a control chart is of.
struct ControlSubjectOptions: ParsableArguments {
  @Argument(help: "The characteristic.") var characteristic: String
  @Option(help: "The component of a PCU, such as D1. (default: films and whole PCUs)")
  var component = ""
  @Option(help: "What is plotted of a set: mean, sd or range.", transform: choice)
  var statistic = ControlFigure.mean
  @Option(help: "The chart: i-mr, xbar-r, xbar-s, ewma or cusum.", transform: choice)
  var chart = ControlChartKind.individuals

  var subject: ControlSubject {
    ControlSubject(
      characteristic: characteristic,
      component: component,
      figure: statistic,
      chart: chart
    )
  }
}
