extension RandomNumberGenerator {
  /// Returns a uniform deviate of the open interval (0, 1), from the upper 52 bits of one draw.
  public mutating func uniformDeviate() -> Double {
    (Double(next() >> 12) + 0.5) * 0x1p-52
  }

  /// Returns a standard normal deviate from exactly one draw.
  public mutating func normalDeviate() -> Double {
    NormalDistribution.quantile(uniformDeviate())
  }
}
