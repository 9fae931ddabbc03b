/// What a report is about.
public enum ReportSubject: Sendable {
  /// A lot with its wafers.
  case lot(String)
  /// A wafer.
  case wafer(String)
  /// A run with its wafers.
  case run(String)

  /// The word and the name.
  var text: String {
    switch self {
    case .lot(let code): "lot \(code)"
    case .wafer(let code): "wafer \(code)"
    case .run(let code): "run \(code)"
    }
  }
}
