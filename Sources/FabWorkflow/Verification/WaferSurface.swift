import FabQuality

/// A surface through values at places of a wafer; constant beyond the outermost of them, along the radius.
struct WaferSurface {
  private let fit: SurfaceFit?
  private let mean: Double

  init(_ places: [(x: Double, y: Double, value: Double)]) {
    mean = places.map(\.value).reduce(0, +) / Double(max(1, places.count))
    fit = try? SurfaceFit(
      places.map(\.value),
      at: places.enumerated()
        .map { SamplingSite(name: "\($0.offset + 1)", x: $0.element.x, y: $0.element.y) }
    )
  }

  /// The value at a place, in millimetre from the wafer's centre.
  func value(x: Double, y: Double) -> Double {
    guard let fit else { return mean }
    if let inside = fit.value(x: x, y: y) { return inside }
    let radius = (x * x + y * y).squareRoot()
    let share = fit.reach / radius
    return fit.value(x: share * x, y: share * y) ?? mean
  }
}
