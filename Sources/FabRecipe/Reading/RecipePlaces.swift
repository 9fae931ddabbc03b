import FabDiagnostics

/// Where the parts of a recipe stand in its file, for messages about how they fit together.
struct RecipePlaces {
  /// The name of each film.
  var films: [FilmName: Place] = [:]
  /// The key `maskLevel` of each film that has it, or else the film's name.
  var filmLevels: [FilmName: Place] = [:]
  /// The lists `before` and `after` of each film.
  var orders: [FilmName: Place] = [:]
  /// The stack of each component.
  var stacks: [ComponentName: Place] = [:]
  /// The name of each level under `maskLevels`.
  var levels: [LevelName: Place] = [:]
  /// Each step.
  var steps: [StepIdentifier: Place] = [:]
  /// Each justification.
  var justifications: [Justification: Place] = [:]
  /// The name of each material.
  var materials: [MaterialName: Place] = [:]
}
