import ArgumentParser
import FabWorkflow

/// Which binned wafers are meant.
struct YieldOptions: ParsableArguments {
  @Option(help: "All wafers of this lot. (default: all binned wafers)") var lot: String?
  @Option(name: .customLong("wafer"), parsing: .upToNextOption, help: "These wafers.")
  var wafers: [String] = []
  @OptionGroup var files: OutputFileOptions
  @OptionGroup var store: StoreOption
  @OptionGroup var output: OutputOptions

  var selection: MeasurementSelection { MeasurementSelection(lot: lot, wafers: wafers) }

  var jobs: YieldJobs {
    YieldJobs(session: store.session, selection: selection, files: files.choice)
  }
}
