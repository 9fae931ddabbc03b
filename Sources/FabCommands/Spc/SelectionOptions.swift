import ArgumentParser
import FabWorkflow

/// Which measurement sets are meant.
struct SelectionOptions: ParsableArguments {
  @Option(help: "Only sets of this lot.") var lot: String?
  @Option(parsing: .upToNextOption, help: "Only sets of these wafers.") var wafers: [String] = []
  @Option(help: "Only so many sets, the newest.") var last: Int?

  var selection: MeasurementSelection {
    MeasurementSelection(lot: lot, wafers: wafers, last: last)
  }

  func validate() throws {
    if let last, last < 1 { throw ValidationError("--last \(last) is no number of sets") }
  }
}
