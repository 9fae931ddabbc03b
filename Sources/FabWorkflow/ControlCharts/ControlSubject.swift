import FabDiagnostics
import FabStore

/// What a control chart is of.
public struct ControlSubject: Hashable, Sendable {
  /// The characteristic.
  public var characteristic: String
  /// The component of a PCU; empty for films and whole PCUs.
  public var component: String
  /// What is plotted of a measurement set.
  public var figure: ControlFigure
  /// The chart.
  public var chart: ControlChartKind

  /// Creates a subject.
  public init(
    characteristic: String,
    component: String = "",
    figure: ControlFigure = .mean,
    chart: ControlChartKind = .individuals
  ) {
    self.characteristic = characteristic
    self.component = component
    self.figure = figure
    self.chart = chart
  }

  /// The subject of stored limits; `nil` if another version of the tool stored a chart that this one doesn't know.
  init?(_ entry: ControlLimitsEntry) {
    guard let figure = ControlFigure(rawValue: entry.statistic),
      let chart = ControlChartKind(rawValue: entry.chart)
    else { return nil }
    self.init(
      characteristic: entry.characteristic,
      component: entry.component,
      figure: figure,
      chart: chart
    )
  }

  /// The characteristic as people write it, for instance `D1.ideality`.
  var name: String { component.isEmpty ? characteristic : "\(component).\(characteristic)" }

  /// Returns all versions of the limits, oldest first.
  func versions(from reader: StoreReader) throws(DiagnosticError) -> [ControlLimitsEntry] {
    try reader.all(
      ControlLimitsEntry.self,
      where: [
        "characteristic": .text(characteristic), "component": .text(component),
        "statistic": .text(figure.rawValue), "chart": .text(chart.rawValue),
      ]
    )
    .sorted { $0.version < $1.version }
  }

  /// Refuses a figure that the chart can't plot.
  func check() throws(DiagnosticError) {
    guard !chart.figures.contains(figure) else { return }
    throw DiagnosticError(
      Diagnostic(
        .unknownChoice,
        at: .argument("--statistic"),
        "a chart \(chart.rawValue) doesn't plot the \(figure.title)",
        fixes: ["choose \(chart.figures.map(\.rawValue).joined(separator: " or "))"]
      )
    )
  }
}
