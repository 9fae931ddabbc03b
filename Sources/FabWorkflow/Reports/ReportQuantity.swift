import FabReports

/// A characteristic, of a component or of the whole PCU, as a report shows it.
struct ReportQuantity: Hashable {
  /// The characteristic.
  let characteristic: String
  /// The component; empty for films and PCUs.
  let component: String
  /// The name for people.
  let title: String
  /// The unit; empty for plain numbers.
  let unit: String

  /// The name in tables and of files.
  var name: String { component.isEmpty ? characteristic : "\(component).\(characteristic)" }

  /// The name for headings.
  var heading: String { component.isEmpty ? title : "\(title) of \(component)" }

  /// The axis for values: logarithmic where they spread over more than a factor of 30 [ours].
  func axis(for values: [Double], range: ClosedRange<Double>? = nil) -> ChartAxis {
    let isWide =
      if let low = values.min(), let high = values.max() { low > 0 && high / low > 30 } else {
        false
      }
    return ChartAxis(
      heading,
      unit: unit,
      scale: isWide ? .logarithmic : .linear,
      range: range
    )
  }
}
