import FabDiagnostics
import FabProcess
import FabStore
public import FabUnits

/// Where a source of vapour stands below a wafer, as typed or as the store has it.
public struct SourceGeometry: Sendable {
  /// The distance of the wafer's plane from the source.
  public var distance: Length?
  /// The distance of the source from the axis of the wafer.
  public var offset: Length?
  /// How much the vapour is directed: 1 for a small opening, 2 to 3 for a boat.
  public var exponent: Double?
  /// Whether the wafer turns.
  public var isRotating: Bool

  /// Creates a geometry of what is known.
  public init(
    distance: Length? = nil,
    offset: Length? = nil,
    exponent: Double? = nil,
    isRotating: Bool = false
  ) {
    self.distance = distance
    self.offset = offset
    self.exponent = exponent
    self.isRotating = isRotating
  }

  /// Fills in what isn't known from the geometry of an instrument.
  ///
  /// - Throws: A ``DiagnosticError`` with `wrong-kind` for a value that is no number.
  mutating func fill(from equipment: Equipment, database: String) throws(DiagnosticError) {
    guard case .object(let keys)? = equipment.geometry else { return }
    func number(_ key: String) throws(DiagnosticError) -> Double? {
      switch keys[key] {
      case nil, .null: return nil
      case .integer(let value): return Double(value)
      case .number(let value): return value
      case .bool, .text, .list, .object:
        throw DiagnosticError(
          Diagnostic(
            .wrongKind,
            at: .file(database),
            "'\(key)' in the geometry of '\(equipment.code)' is no number"
          )
        )
      }
    }
    if distance == nil { distance = try number("throwMm").map { Length($0, .millimetre) } }
    if offset == nil { offset = try number("offsetMm").map { Length($0, .millimetre) } }
    if exponent == nil { exponent = try number("exponent") }
    if case .bool(true)? = keys["rotating"] { isRotating = true }
  }

  /// The setup; a source under the centre with exponent 1 where nothing else is said.
  ///
  /// - Throws: A ``DiagnosticError`` with `missing-key` without a distance, `out-of-range`.
  func setup() throws(DiagnosticError) -> EvaporationSetup {
    guard let distance else {
      throw DiagnosticError(
        Diagnostic(
          .missingKey,
          at: .argument("--throw"),
          "the distance from the source to the wafer isn't known",
          fixes: ["say --throw, or --equipment with a geometry that has throwMm"]
        )
      )
    }
    return try EvaporationError.explained { () throws(EvaporationError) in
      let source = try EvaporationSource(
        exponent: exponent ?? 1,
        distance: distance.value(in: .millimetre),
        offset: WaferPoint(x: offset?.value(in: .millimetre) ?? 0, y: 0)
      )
      return try EvaporationSetup([source], motion: isRotating ? .rotating : .fixed)
    }
  }
}

extension EvaporationError {
  /// Runs what may fail so, and says it at the option that gave the value.
  static func explained<Result>(
    _ body: () throws(EvaporationError) -> Result
  ) throws(DiagnosticError) -> Result {
    do throws(EvaporationError) {
      return try body()
    } catch {
      switch error {
      case .outOfRange(let parameter, let found, let expected):
        let option = parameter == "distance" ? "throw" : parameter
        throw DiagnosticError(
          Diagnostic(
            .outOfRange,
            at: .argument("--\(option)"),
            "\(parameter) of \(EngineeringText.plain(found)); expected \(expected)"
          )
        )
      case .tooFew(let found, let needed):
        throw DiagnosticError(
          Diagnostic(.noMeasurement, "\(found) places; at least \(needed) are needed")
        )
      case .notFinite(let index):
        throw DiagnosticError(Diagnostic(.notFinite, "number \(index + 1) isn't finite"))
      case .undetermined:
        throw DiagnosticError(Diagnostic(.fitFailed, "the places don't determine the exponent"))
      }
    }
  }
}
