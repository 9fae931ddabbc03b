/// What a mapping leaves to choose.
public struct MappingChoices: Hashable, Sendable {
  /// The circuit of softmax.
  public var softmax: SoftmaxCircuit
  /// Where LayerNorm is computed.
  public var layerNorm: LayerNormCircuit
  /// Rows that go through operators at once; each more doubles, triples … the operators and divides the passes.
  public var rowsAtOnce: Int
  /// How long an operator takes to settle, in second.
  public var settlingSeconds: Double

  /// The settling of cells of millimetre size.
  ///
  /// > Source: Estimated: about 14 µs at 1 µA for the capacitance of a device of a millimetre's size.
  public static let millimetreCellSettling = 14e-6

  /// Creates choices; the defaults need the fewest units.
  public init(
    softmax: SoftmaxCircuit = .sharedLogarithm,
    layerNorm: LayerNormCircuit = .digital,
    rowsAtOnce: Int = 1,
    settlingSeconds: Double = MappingChoices.millimetreCellSettling
  ) {
    self.softmax = softmax
    self.layerNorm = layerNorm
    self.rowsAtOnce = rowsAtOnce
    self.settlingSeconds = settlingSeconds
  }
}
