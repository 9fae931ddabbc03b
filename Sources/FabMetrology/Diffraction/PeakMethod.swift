/// How the place of a diffraction peak is read off a scan; windows in degree of 2θ.
public enum PeakMethod: Hashable, Sendable {
  /// A pseudo-Voigt profile on a linear background, with its Kα2 partner where the tube has one.
  case pseudoVoigt(window: ClosedRange<Double>, radiation: CopperRadiation)
  /// The point with most counts.
  case maximum(window: ClosedRange<Double>)
  /// The centre of mass of what lies above a line through both ends and above half of the maximum.
  case centroid(window: ClosedRange<Double>)
  /// The vertex of a parabola through the points above 60 % of the maximum.
  case parabola(window: ClosedRange<Double>)

  /// The window of MAPbI3's (110)/(002) peak at 14.1° [ours].
  public static let defaultWindow: ClosedRange<Double> = 13.6...14.6
  /// The fit for a tube without monochromator.
  public static let defaultFit = pseudoVoigt(window: defaultWindow, radiation: .alpha1And2)

  /// The canonical text: equal exactly where method and parameters are.
  public var text: String {
    switch self {
    case .pseudoVoigt(let window, let radiation):
      "peak:pseudo-voigt+line \(radiation.rawValue) \(EdgeMethod.text(window)) deg"
    case .maximum(let window): "peak:maximum \(EdgeMethod.text(window)) deg"
    case .centroid(let window): "peak:centroid \(EdgeMethod.text(window)) deg"
    case .parabola(let window): "peak:parabola \(EdgeMethod.text(window)) deg"
    }
  }

  /// The window.
  public var window: ClosedRange<Double> {
    switch self {
    case .pseudoVoigt(let window, _), .maximum(let window), .centroid(let window),
      .parabola(let window):
      window
    }
  }
}
