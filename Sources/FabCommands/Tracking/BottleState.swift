import ArgumentParser

/// Whether a bottle can be used.
enum BottleState: String, CaseIterable, ExpressibleByArgument {
  case open
  case exhausted
  case discarded
}
