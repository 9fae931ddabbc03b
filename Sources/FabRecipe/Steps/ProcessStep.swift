/// A step at its place in the process.
public struct ProcessStep: Hashable, Sendable {
  /// Which step it is.
  public let identifier: StepIdentifier
  /// What is done.
  public let step: Step

  /// The film that the step makes or treats; `nil` for steps of the bare substrate.
  public var film: FilmName? { identifier.film }
}
