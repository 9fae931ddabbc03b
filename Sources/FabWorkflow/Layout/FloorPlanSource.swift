import FabDiagnostics
import FabLayout
import FabRecipe
import FabUnits

/// Finds, reads or fills the floor plan that a request asks for.
struct FloorPlanSource {
  let request: LayoutRequest
  let files: SharedFiles
  let flow: ProcessFlow

  /// Returns the plan with the request's changes, how to call it, and remarks on the way.
  func plan() throws(DiagnosticError) -> (plan: FloorPlan, origin: String, notes: [Diagnostic]) {
    let size = try waferSize()
    if request.fill {
      let filled = try fill()
      return (filled.plan, "filled", filled.notes)
    }
    let path: String
    if let named = request.floorPlan { path = named } else { path = try defaultPath(size) }
    var plan = try FloorPlan.read(InputFile.text(at: path))
    if let size, plan.wafer.size != size {
      throw DiagnosticError(
        Diagnostic(
          .unknownWafer,
          at: .argument("--wafer"),
          "the floor plan \(path) is for a \(plan.wafer.size.rawValue) wafer, not \(size.rawValue)",
          fixes: ["leave out --wafer, or name another floor plan"]
        )
      )
    }
    for index in plan.arrays.indices { try apply(to: &plan.arrays[index].array) }
    if plan.arrays.isEmpty, request.arrays != nil || request.pitch != nil {
      throw DiagnosticError(
        Diagnostic(
          .outOfRange,
          at: .argument(request.arrays == nil ? "--pitch" : "--arrays"),
          "the floor plan \(path) has no arrays that this could change"
        )
      )
    }
    return (plan, path, [])
  }

  /// Returns the wafer that the request names, without looking for a floor plan.
  func plainWafer() throws(DiagnosticError) -> Wafer {
    let size = try waferSize() ?? .inch4
    guard let wafer = Wafer(size: size, mark: .none, edgeExclusion: Wafer.defaultEdgeExclusion)
    else { preconditionFailure("every size exists without a mark") }
    return wafer
  }

  private func waferSize() throws(DiagnosticError) -> WaferSize? {
    guard let text = request.wafer else { return nil }
    if let size = WaferSize(rawValue: text) { return size }
    let known = WaferSize.allCases.map(\.rawValue)
    throw DiagnosticError(
      Diagnostic(
        .unknownWafer,
        at: .argument("--wafer"),
        "no wafer size '\(text)'\(NearMiss.question(for: text, among: known))",
        notes: [.init("the sizes are \(known.joined(separator: ", "))")]
      )
    )
  }

  private func fill() throws(DiagnosticError) -> (plan: FloorPlan, notes: [Diagnostic]) {
    // A floor plan lends its wafer, arrays and cell; without one the defaults are taken.
    var base: FloorPlan?
    if let path = request.floorPlan { base = try FloorPlan.read(InputFile.text(at: path)) }
    let wafer: Wafer
    if let base { wafer = base.wafer } else { wafer = try plainWafer() }
    var array = base?.arrays.first?.array ?? ArrayParameters()
    try apply(to: &array)
    let window = flow.components(of: .diode).first
      .flatMap { diode in
        flow.levels(of: diode).first { !$0.isConductor && $0.components.count > 2 }?.name
      }
    let form =
      array.rows == 3 && array.columns == 3 ? "fill" : "fill-\(array.rows)x\(array.columns)"
    return try FloorPlan.filled(
      name: "wafer-\(wafer.size.rawValue)-\(form)",
      wafer: wafer,
      array: array,
      pcu: base?.pcu ?? PCUCellParameters(),
      windowLevel: window
    )
  }

  private func apply(to array: inout ArrayParameters) throws(DiagnosticError) {
    if let (rows, columns) = request.arrays {
      array.rows = rows
      array.columns = columns
    }
    if let pitch = request.pitch {
      guard let value = Int(exactly: pitch.value(in: .nanometre)) else {
        throw DiagnosticError(
          Diagnostic(
            .offGrid,
            at: .argument("--pitch"),
            "the pitch is \(pitch.text(in: .nanometre)); layouts lie on a grid of 1 nm"
          )
        )
      }
      guard (1...1_000_000_000).contains(value) else {
        throw DiagnosticError(
          Diagnostic(
            .outOfRange,
            at: .argument("--pitch"),
            "the pitch must be above zero and at most 1000 mm; found \(pitch.text(in: .millimetre))"
          )
        )
      }
      array.pitch = value
    }
  }

  private func defaultPath(_ size: WaferSize?) throws(DiagnosticError) -> String {
    let size = size ?? .inch4
    let paths = files.paths(in: "Layouts", prefix: "wafer-\(size.rawValue)-", suffix: ".yaml")
    if let path = paths.first, paths.count == 1 { return path }
    let found =
      paths.isEmpty ? "none" : paths.joined(separator: ", ")
    throw DiagnosticError(
      Diagnostic(
        .noFloorPlan,
        at: .argument("--wafer"),
        "for a \(size.rawValue) wafer one floor plan 'Layouts/wafer-\(size.rawValue)-….yaml' is "
          + "expected; found \(found)",
        fixes: [
          "add --fill to place as many arrays as fit", "or name a file with --floor-plan FILE",
        ]
      )
    )
  }
}
