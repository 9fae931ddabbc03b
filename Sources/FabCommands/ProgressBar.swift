/// Shows on standard error how far long work has come: a bar on a terminal, else a line at every twentieth.
final class ProgressBar {
  private let console: Console
  private var lastLine = -1
  private var isOpen = false

  /// The characters of the bar.
  private static let width = 24
  /// The lines of a whole work where there's no terminal.
  private static let lines = 20.0

  init(_ console: Console) {
    self.console = console
  }

  /// Shows a state.
  ///
  /// - Parameters:
  ///   - share: What is done, 0...1.
  ///   - text: What else is to say.
  ///   - secondsLeft: The time that is left.
  func show(_ share: Double, _ text: String, secondsLeft: Double) {
    let left = share < 1 ? "  \(Self.time(secondsLeft)) left" : ""
    if console.showsProgress {
      let filled = Int(share * Double(Self.width))
      let bar =
        String(repeating: "#", count: filled)
        + String(repeating: ".", count: Self.width - filled)
      console.overwrite("[\(bar)] \(text)\(left)")
      isOpen = true
      return
    }
    let line = Int(share * Self.lines)
    guard line > lastLine else { return }
    lastLine = line
    console.remark("\(Int(100 * share)) %  \(text)\(left)")
  }

  /// Ends the line of the bar.
  func finish() {
    if isOpen { console.remark("") }
    isOpen = false
  }

  /// Returns a time for people: `45 s`, `12 min`, `1 h 05 min`.
  static func time(_ seconds: Double) -> String {
    guard seconds.isFinite, seconds < 1e9 else { return "?" }
    let whole = Int(seconds.rounded(.up))
    if whole < 90 { return "\(whole) s" }
    let minutes = (whole + 30) / 60
    if minutes < 60 { return "\(minutes) min" }
    let rest = minutes % 60
    return "\(minutes / 60) h \(rest < 10 ? "0" : "")\(rest) min"
  }
}
