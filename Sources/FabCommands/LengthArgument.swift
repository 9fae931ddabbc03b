import ArgumentParser
import FabUnits

/// A length with its unit, typed as `'5.2 mm'` or `5.2mm`.
struct LengthArgument: ExpressibleByArgument {
  let length: Length

  init?(argument: String) {
    guard let length = try? Length(parsing: argument) else { return nil }
    self.length = length
  }
}
