import FabWorkflow

extension SharedFiles {
  /// The files that come with the running program.
  static var ofTool: SharedFiles { SharedFiles(program: CommandLine.arguments.first) }
}
