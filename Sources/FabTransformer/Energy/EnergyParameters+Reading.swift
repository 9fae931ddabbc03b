public import FabDiagnostics
import FabUnits
import FabYAML

extension EnergyParameters {
  /// The first line of a file of parameters.
  public static let format = "pcu-fab energy 1"

  /// Reads a file: `macCurrent: {value: 0.6 uA, source: …}`.
  ///
  /// - Parameters:
  ///   - source: The file.
  ///   - base: The parameters that the file doesn't state; without it the file has to state all.
  /// - Returns: The parameters.
  /// - Throws: A ``DiagnosticError`` with every defect of the file.
  public static func read(
    _ source: SourceText,
    base: EnergyParameters? = nil
  ) throws(DiagnosticError) -> EnergyParameters {
    let collector = DiagnosticCollector()
    let root = try YAMLNode.parse(source)
    guard let reader = MappingReader(root, of: "a set of energies", collector: collector) else {
      throw DiagnosticError(collector.diagnostics)
    }
    if let node = reader.requiredNode("format"), node.scalarText != format {
      collector.add(
        Diagnostic(
          .unknownFormat,
          at: node.place,
          "'format' is '\(format)'; found \(node.quotedOrKind)"
        )
      )
    }
    let name = reader.requiredText("name")
    var entries: [EnergyParameter: Entry] = [:]
    for parameter in EnergyParameter.allCases {
      let key = parameter.rawValue
      let node = base == nil ? reader.requiredNode(key) : reader.optionalNode(key)
      if let node {
        entries[parameter] = entry(node, parameter, collector)
      } else if let base {
        entries[parameter] = Entry(base[parameter], source: base.source(of: parameter))
      }
    }
    reader.finish()
    guard !collector.hasErrors, let name,
      let parameters = EnergyParameters(name: name, entries: entries)
    else { throw DiagnosticError(collector.diagnostics) }
    return parameters
  }

  private static func entry(
    _ node: YAMLNode,
    _ parameter: EnergyParameter,
    _ collector: DiagnosticCollector
  ) -> Entry? {
    guard
      let reader = MappingReader(node, of: "'\(parameter.rawValue)'", collector: collector)
    else { return nil }
    let value = value(reader, parameter, collector)
    let source = reader.requiredText("source")
    reader.finish()
    guard let value, let source else { return nil }
    return Entry(value, source: source)
  }

  private static func value(
    _ reader: MappingReader,
    _ parameter: EnergyParameter,
    _ collector: DiagnosticCollector
  ) -> Double? {
    func quantity<D: PhysicalDimension>(_: D.Type) -> Double? {
      let range: QuantityRange<D> = parameter.mayBeZero ? .notNegative : .positive
      return reader.requiredQuantity("value", range)?.siValue
    }
    switch parameter.kind {
    case .energy: return quantity(EnergyDimension.self)
    case .power: return quantity(PowerDimension.self)
    case .current: return quantity(ElectricCurrentDimension.self)
    case .voltage: return quantity(VoltageDimension.self)
    case .conductance: return quantity(ConductanceDimension.self)
    case .time: return quantity(TimeDimension.self)
    case .number:
      guard let node = reader.requiredNode("value"),
        let value = node.number(of: "value", collector: collector)
      else { return nil }
      guard value > 0 || (value == 0 && parameter.mayBeZero) else {
        collector.add(
          Diagnostic(
            .outOfRange,
            at: node.place,
            "'\(parameter.rawValue)' must be \(parameter.mayBeZero ? "zero or greater" : "greater than zero")"
          )
        )
        return nil
      }
      return value
    }
  }
}
