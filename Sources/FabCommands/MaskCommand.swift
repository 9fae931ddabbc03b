import ArgumentParser

struct MaskCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "mask")
}
