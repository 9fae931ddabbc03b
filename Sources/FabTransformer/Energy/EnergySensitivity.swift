/// How much the energy on PCUs hangs on each parameter.
public struct EnergySensitivity: Hashable, Sendable {
  /// What a parameter does.
  public struct Bar: Hashable, Sendable {
    /// The parameter.
    public let parameter: EnergyParameter
    /// The energy with half its value, in joule.
    public let halved: Double
    /// The energy with twice its value, in joule.
    public let doubled: Double

    /// How far apart the two are.
    public var span: Double { abs(doubled - halved) }
  }

  /// The energy as it stands, in joule.
  public let joules: Double
  /// The parameters, those that matter most first.
  public let bars: [Bar]

  /// Computes it.
  public init(_ model: EnergyModel) {
    joules = model.pcu.joules
    func energy(_ parameter: EnergyParameter, times factor: Double) -> Double {
      var parameters = model.parameters
      parameters[parameter] *= factor
      return EnergyModel(model.counts, parameters: parameters).pcu.joules
    }
    bars = EnergyParameter.allCases.filter(\.isOfPCUs)
      .map {
        Bar(
          parameter: $0,
          halved: energy($0, times: 0.5),
          doubled: energy($0, times: 2)
        )
      }
      .sorted { ($1.span, $0.parameter.rawValue) < ($0.span, $1.parameter.rawValue) }
  }
}
