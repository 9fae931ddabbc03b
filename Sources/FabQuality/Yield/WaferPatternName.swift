/// Names of patterns of bad units.
///
/// > Source: M.-J. Wu, J.-S. R. Jang, J.-L. Chen, *Wafer map failure pattern recognition and similarity ranking for
/// > large-scale data sets*, IEEE Trans. Semicond. Manuf. 28, 1 (2015), doi 10.1109/TSM.2014.2364237 (the names of the
/// > WM-811K set); the rules that give them are ours.
public enum WaferPatternName: String, CaseIterable, Codable, Hashable, Sendable {
  /// Nothing but single bad units.
  case none
  /// Bad units at the centre.
  case center = "Center"
  /// Bad units on a ring between centre and edge.
  case donut = "Donut"
  /// Bad units together at one part of the edge.
  case edgeLocal = "Edge-Loc"
  /// Bad units all along the edge.
  case edgeRing = "Edge-Ring"
  /// Bad units together at one place.
  case local = "Loc"
  /// Bad units along a line.
  case scratch = "Scratch"
  /// Many bad units without order.
  case random = "Random"
  /// Hardly a good unit.
  case nearFull = "Near-full"
}
