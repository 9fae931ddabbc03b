/// How programmed weights differ from those that are wanted.
public enum WeightNoise: Hashable, Sendable {
  /// Not at all.
  case none
  /// As the cells of the codebook do: errors relative to each weight, by its conductance.
  case codebook
  /// By normal deviates.
  case normal(deviation: Double, of: WeightReference)

  /// The published standard deviation.
  ///
  /// > Source: Perovskite computing units: weight noise 0.027367 of the emulation, after the Gaussian weight model of
  /// > H. Ning et al., Nat. Nanotechnol. 18, 493 (2023), doi 10.1038/s41565-023-01343-0; what it's a share of isn't stated.
  public static let publishedDeviation = 0.027367
}
