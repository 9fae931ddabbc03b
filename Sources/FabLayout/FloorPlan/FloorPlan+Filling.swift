public import FabDiagnostics
import FabGeometry
public import FabRecipe

extension FloorPlan {
  /// The free lane between neighbouring arrays, in nanometres.
  ///
  /// > Source: our own floor plan: arrays of 17 mm at a pitch of 18.5 mm.
  public static let fillLane = 1_500_000

  /// Returns a floor plan with as many arrays as fit on a wafer, and marks in the space that is left.
  ///
  /// Arrays stand in rows of one height; each row holds what its chord admits, and the height of the
  /// first row is chosen, in steps of 0.25 mm, for the greatest number of arrays, then for the rows
  /// lying nearest to the middle of the wafer.
  ///
  /// - Parameters:
  ///   - name: The name of the mask set.
  ///   - wafer: The wafer.
  ///   - array: The array.
  ///   - pcu: The PCU cell.
  ///   - windowLevel: The level of the four witness windows; `nil` for none.
  /// - Returns: The floor plan and messages about marks that found no space.
  /// - Throws: A ``DiagnosticError`` with the code `nothing-fits` if not even one array fits.
  public static func filled(
    name: String,
    wafer: Wafer,
    array: ArrayParameters,
    pcu: PCUCellParameters,
    windowLevel: LevelName?
  ) throws(DiagnosticError) -> (plan: FloorPlan, notes: [Diagnostic]) {
    let width = array.padStrip + array.columns * array.pitch
    let height = array.padStrip + (array.rows - 1) * array.pitch + pcu.size
    let packing = ArrayPacking(wafer: wafer, width: width, height: height, lane: fillLane)
    let middles = packing.best()
    guard !middles.isEmpty else {
      throw DiagnosticError(
        Diagnostic(
          .nothingFits,
          at: .argument("--fill"),
          "no \(array.rows)x\(array.columns) array of \(millimetreText(width)) x "
            + "\(millimetreText(height)) fits the usable radius "
            + "\(millimetreText(wafer.usableRadius)) of a \(wafer.size.rawValue) wafer",
          fixes: ["choose a smaller array with --arrays, or a larger wafer"]
        )
      )
    }
    var plan = FloorPlan(name: name, wafer: wafer)
    plan.pcu = pcu
    plan.arrays = [ArrayGroup(prefix: "A", array: array, spots: middles.map { Spot($0) })]

    var space = FreeSpace(wafer: wafer, occupied: middles.map(packing.box(around:)))
    var notes: [Diagnostic] = []
    let fiducials = space.take(4, size: 2 * FiducialCell.squareFar, firstDirection: (1, 0))
    plan.fiducials = fiducials.map { Spot($0) }
    if fiducials.count < 4 {
      notes.append(
        Diagnostic(
          .nothingFits,
          severity: .warning,
          at: .argument("--fill"),
          "\(fiducials.count) of 4 alignment marks found space beside the arrays",
          fixes: ["choose a smaller array with --arrays to leave space for marks"]
        )
      )
    }
    if let windowLevel {
      let size = Swift.min(4_000_000, wafer.radius / 10 / 100_000 * 100_000)
      let windows = space.take(4, size: size, firstDirection: (1, 1))
      if !windows.isEmpty {
        plan.windows = [
          WindowGroup(level: windowLevel, size: size, spots: windows.map { Spot($0) })
        ]
      }
      if windows.count < 4 {
        notes.append(
          Diagnostic(
            .nothingFits,
            severity: .warning,
            at: .argument("--fill"),
            "\(windows.count) of 4 witness windows found space beside the arrays"
          )
        )
      }
    }
    return (plan, notes)
  }
}
