import ArgumentParser

/// The trained network that a command is about.
struct CheckpointArgument: ParsableArguments {
  @Argument(
    help: "A checkpoint that comes with the tool, such as scenes, or a .safetensors file.",
    completion: .file(extensions: ["safetensors"])
  )
  var checkpoint: String
}
