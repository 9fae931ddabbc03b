import FabDiagnostics
import FabStore

/// The points of a control chart: measurement sets in the order in which they were measured.
struct ControlSeries {
  /// A set with what is plotted of it.
  struct Point {
    let set: MeasurementSet
    /// Its figure alone, or all its values for charts that need them.
    let values: [Double]
  }

  let subject: ControlSubject
  let characteristic: Characteristic
  private(set) var points: [Point] = []
  /// Sets that can't be plotted, and why.
  private(set) var messages: [Diagnostic] = []

  /// Whether any point was computed instead of measured.
  var isGenerated: Bool { points.contains { $0.set.generated != 0 } }
  /// Whether some points were computed and some measured.
  var isMixed: Bool { isGenerated && points.contains { $0.set.generated == 0 } }

  /// Reads the points.
  ///
  /// - Parameters:
  ///   - subject: What is plotted.
  ///   - selection: Which sets.
  ///   - size: For charts of subgroups the number of values that a set must have; that of the first set if `nil`.
  ///   - reader: The store.
  /// - Throws: A ``DiagnosticError`` with `unknown-entry` for a name that the store doesn't have.
  init(
    _ subject: ControlSubject,
    selection: MeasurementSelection = MeasurementSelection(),
    size: Int? = nil,
    from reader: StoreReader
  ) throws(DiagnosticError) {
    self.subject = subject
    characteristic = try reader.named(Characteristic.self, subject.characteristic)
    let wafers = try selection.waferCodes(from: reader)
    let sets =
      try reader.measurementSets(
        characteristic: subject.characteristic,
        component: subject.component
      )
      .filter { wafers?.contains($0.wafer) ?? true }
    var size = size
    var empty: [Int64] = []
    var unequal: [Int64] = []
    for set in sets {
      guard let figure = subject.figure.value(of: set) else {
        empty.append(set.id)
        continue
      }
      guard subject.chart.needsSubgroups else {
        points.append(Point(set: set, values: [figure]))
        continue
      }
      let values = try reader.values(of: set)
        .filter { !$0.flags.contains(.excluded) }.compactMap(\.value)
      size = size ?? values.count
      guard values.count == size, values.count > 1 else {
        unequal.append(set.id)
        continue
      }
      points.append(Point(set: set, values: values))
    }
    if let last = selection.last { points = Array(points.suffix(max(0, last))) }
    warn(empty, "have too few values for a \(subject.figure.title)")
    warn(unequal, "have another number of values than \(size ?? 0), which this chart can't plot")
  }

  /// The points of which an event on any of this subject's charts has a cause and an action.
  func settled(from reader: StoreReader) throws(DiagnosticError) -> [Int] {
    var sets: Set<Int64> = []
    for version in try subject.versions(from: reader) {
      for event in try reader.all(ControlEvent.self, where: ["limits": .integer(version.id)])
      where event.acknowledgedBy != nil {
        sets.insert(event.measurement)
      }
    }
    return points.indices.filter { sets.contains(points[$0].set.id) }
  }

  private mutating func warn(_ sets: [Int64], _ reason: String) {
    guard !sets.isEmpty else { return }
    let names = sets.prefix(5).map(String.init).joined(separator: ", ")
    messages.append(
      Diagnostic(
        .noMeasurement,
        severity: .warning,
        at: .argument(subject.name),
        "\(sets.count) measurement sets (\(names)\(sets.count > 5 ? ", …" : "")) \(reason) and are left out"
      )
    )
  }
}
