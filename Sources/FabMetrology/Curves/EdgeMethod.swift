/// How an absorption edge is read off a spectrum; ranges in nanometre of wavelength, Tauc's in eV.
public enum EdgeMethod: Hashable, Sendable {
  /// The middle of a logistic step on a straight line, fitted by least squares.
  case sigmoid(window: ClosedRange<Double>)
  /// The steepest place by a cubic Savitzky-Golay derivative of so many nanometres.
  case inflection(window: ClosedRange<Double>, smoothing: Double)
  /// The zero of `(A hν)²`, a direct gap, by the straightest part of a range that is at least so wide.
  case tauc(range: ClosedRange<Double>, minimumWidth: Double)
  /// The place at half of the height between the base line and the start of the window.
  case halfHeight(window: ClosedRange<Double>)

  /// The window of MAPbI3 on both sides of its edge near 770 nm [ours].
  public static let defaultWindow: ClosedRange<Double> = 740...815
  /// The fit of a step: least noise.
  public static let defaultSigmoid = sigmoid(window: defaultWindow)
  /// The steepest place: hardly moved by thickness.
  public static let defaultInflection = inflection(window: defaultWindow, smoothing: 12)
  /// Tauc's plot of a direct gap above 1.6 eV.
  public static let defaultTauc = tauc(range: 1.615...1.70, minimumWidth: 0.05)
  /// The half of the height.
  public static let defaultHalfHeight = halfHeight(window: defaultWindow)

  /// The canonical text: equal exactly where method and parameters are.
  public var text: String {
    switch self {
    case .sigmoid(let window): "edge:sigmoid+line \(Self.text(window)) nm"
    case .inflection(let window, let smoothing):
      "edge:savitzky-golay-3 \(Self.text(window)) nm over \(Self.text(smoothing)) nm"
    case .tauc(let range, let width):
      "edge:tauc-direct \(Self.text(range)) eV best of \(Self.text(width)) eV"
    case .halfHeight(let window): "edge:half-height \(Self.text(window)) nm"
    }
  }

  static func text(_ range: ClosedRange<Double>) -> String {
    "\(text(range.lowerBound))-\(text(range.upperBound))"
  }

  static func text(_ value: Double) -> String {
    Double(Int(exactly: value.rounded()) ?? 0) == value
      ? String(Int(exactly: value.rounded()) ?? 0) : value.description
  }
}
