import ArgumentParser

/// The network that a command is about.
struct NetworkArgument: ParsableArguments {
  @Argument(
    help:
      "A network that comes with the tool, such as mdetr-clevr, or a YAML file that describes one.",
    completion: .file(extensions: ["yaml", "yml"])
  )
  var network: String
}
