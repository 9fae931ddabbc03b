import ArgumentParser

/// What a calibration corrects.
enum CalibrationKind: String, CaseIterable, ExpressibleByArgument {
  case tooling
  case density
  case zRatio = "z-ratio"
  case wavelength
  case twoTheta = "two-theta"
}
