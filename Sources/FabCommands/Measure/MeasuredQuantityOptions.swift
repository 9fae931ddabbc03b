import ArgumentParser

/// What a map or a figure of measured values is of, and where it goes.
struct MeasuredQuantityOptions: ParsableArguments {
  @Argument(help: "The characteristic.") var characteristic: String
  @Option(help: "The component of a PCU, such as D1. (default: films and whole PCUs)")
  var component = ""
  @OptionGroup var files: OutputFileOptions
  @OptionGroup var store: StoreOption
  @OptionGroup var output: OutputOptions
}
