import ArgumentParser
import FabWorkflow

/// A list of formats separated by commas.
struct FormatList: ExpressibleByArgument {
  let formats: [MaskFormat]

  init(formats: [MaskFormat]) {
    self.formats = formats
  }

  init?(argument: String) {
    var formats: [MaskFormat] = []
    for name in argument.split(separator: ",", omittingEmptySubsequences: false) {
      guard let format = MaskFormat(rawValue: String(name)) else { return nil }
      formats.append(format)
    }
    self.init(formats: formats)
  }

  var defaultValueDescription: String { formats.map(\.rawValue).joined(separator: ",") }
}
