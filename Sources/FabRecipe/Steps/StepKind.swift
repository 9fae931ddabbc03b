/// What is done in a step.
public enum StepKind: String, CaseIterable, Sendable, Encodable {
  /// The surface is cleaned.
  case clean
  /// The surface is treated in a plasma.
  case plasma
  /// A film grows from vapour.
  case deposit
  /// A film reacts with a vapour and becomes another material.
  case convert
  /// The film is rinsed with a solvent.
  case rinse
  /// The film is heated.
  case anneal
  /// The film is removed where it isn't wanted.
  case pattern
}
