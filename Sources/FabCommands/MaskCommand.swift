import ArgumentParser

/// `pcu-fab mask`: layout files of any origin.
struct MaskCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mask",
    abstract: "Show, compare and check mask files: GDSII, DXF and SVG of any origin.",
    subcommands: [
      MaskShowCommand.self, MaskDiffCommand.self, MaskCheckCommand.self, MaskRulesCommand.self,
    ]
  )
}
