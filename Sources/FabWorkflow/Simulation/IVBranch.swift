import FabDevices
import Foundation

/// One direction of a measured sweep beside its fit.
struct IVBranch {
  /// A measured point that the fit used.
  struct Point {
    var voltage: Double
    var current: Double
    /// The current of the fitted law.
    var fitted: Double

    /// The measured over the fitted current, in decades; not a number where their signs differ.
    var residualDecades: Double { log10(current / fitted) }
  }

  let branch: SweepBranch
  let fit: DiodeFit
  let points: [Point]

  init(
    _ branch: SweepBranch,
    _ fit: DiodeFit,
    of measurement: DiodeMeasurement
  ) throws(DeviceError) {
    self.branch = branch
    self.fit = fit
    let model = try DiodeModel(fit.parameters())
    let left = Set(fit.excluded.map(\.index))
    points = measurement.indices(of: branch).filter { !left.contains($0) }
      .map { index in
        let voltage = measurement.voltages[index]
        return Point(
          voltage: voltage,
          current: measurement.currents[index],
          fitted: model.current(at: voltage)
        )
      }
  }
}
