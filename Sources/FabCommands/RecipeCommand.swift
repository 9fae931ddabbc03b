import ArgumentParser

/// `pcu-fab recipe`: what a process recipe says and what follows from it.
struct RecipeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "recipe",
    abstract: "Check, show and compare process recipes.",
    discussion: """
      Without FILE the recipe that comes with the tool is taken: Recipes/pcu-mapbi3.yaml.
      """,
    subcommands: [
      RecipeValidateCommand.self, RecipeShowCommand.self, RecipeFlowCommand.self,
      RecipeScheduleCommand.self, RecipeMaterialsCommand.self, RecipeSectionCommand.self,
      RecipeDiffCommand.self, RecipePredictCommand.self,
    ]
  )
}
