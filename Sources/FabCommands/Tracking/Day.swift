import ArgumentParser
import FabStore

/// A day as an argument, `2026-11-24`.
struct Day: ExpressibleByArgument {
  let text: String

  init?(argument: String) {
    guard let time = UTCTime("\(argument)T00:00Z") else { return nil }
    text = time.day
  }
}
