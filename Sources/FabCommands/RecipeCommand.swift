import ArgumentParser

struct RecipeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "recipe")
}
