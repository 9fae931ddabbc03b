import ArgumentParser

/// What `transformer train` trains for.
enum LearningTask: String, CaseIterable, ExpressibleByArgument {
  case scenes
  case tracking
}
