import ArgumentParser

/// The whole tool, as the executable calls it.
public enum CommandLineTool {
  /// Reads the arguments, does what they ask and ends the process with its exit status.
  public static func run() {
    PCUFabCommand.main()
  }
}
