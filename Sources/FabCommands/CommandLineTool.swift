import ArgumentParser
import Foundation

/// The whole tool, as the executable calls it.
public enum CommandLineTool {
  /// Reads the arguments, does what they ask and ends the process with its exit status.
  public static func run() {
    // A reader that closes the pipe early (`pcu-fab … | head`) must not end the tool by a signal.
    signal(SIGPIPE, SIG_IGN)
    PCUFabCommand.main()
  }
}
