/// How a substance gets into a film.
public enum FilmMassPart: String, CaseIterable, Sendable, Encodable {
  /// It's deposited.
  case deposited
  /// It's taken up from a vapour, mole for mole.
  case reagent
  /// It's what a conversion leaves: the sum of both.
  case product
}
