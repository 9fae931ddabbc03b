public import FabRecipe

/// The resistances of one conductor piece between its terminals, in squares.
public struct LineNetwork: Hashable, Sendable {
  /// The index of the piece.
  public let shape: Int
  /// The level whose sheet resistance multiplies the squares.
  public let level: LevelName
  /// The terminals, each at one potential.
  public let terminals: [LineTerminal]
  /// The reduced conductances in 1/squares; shape `[terminal, terminal]`, row-major.
  ///
  /// An element off the diagonal is the conductance between two terminals; the diagonal isn't used.
  public let conductances: [Double]

  /// Returns the conductance of the resistor between two terminals, in 1/squares.
  public func conductance(_ first: Int, _ second: Int) -> Double {
    conductances[first * terminals.count + second]
  }
}
