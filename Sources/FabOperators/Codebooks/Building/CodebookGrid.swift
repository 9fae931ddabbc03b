/// How finely codebooks are tabulated.
public struct CodebookGrid: Hashable, Sendable {
  /// The number of points of a curve.
  public var curvePoints: Int
  /// The number of points of a surface along each operand.
  public var surfacePoints: Int
  /// The number of weights that errors are told at.
  public var weightPoints: Int
  /// Whose constants scale inputs and outputs of a curve.
  public var calibration: CurveCalibration

  /// Creates a grid.
  ///
  /// - Parameters:
  ///   - curvePoints: The number of points of a curve, 2 or more.
  ///   - surfacePoints: The number of points of a surface along each operand, 2 or more.
  ///   - weightPoints: The number of weights that errors are told at, 2 or more.
  ///   - calibration: Whose constants scale inputs and outputs of a curve.
  /// - Precondition: The numbers lie in the ranges of the tables.
  public init(
    curvePoints: Int = 512,
    surfacePoints: Int = 64,
    weightPoints: Int = 10,
    calibration: CurveCalibration = .unit
  ) {
    precondition(ResponseCurve.pointRange.contains(curvePoints), "\(curvePoints) points")
    precondition(GainSurface.pointRange.contains(surfacePoints), "\(surfacePoints) points")
    precondition((2...1000).contains(weightPoints), "\(weightPoints) weights")
    self.curvePoints = curvePoints
    self.surfacePoints = surfacePoints
    self.weightPoints = weightPoints
    self.calibration = calibration
  }
}
