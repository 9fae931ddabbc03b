public import FabDiagnostics
public import FabStore
import Foundation

/// The clock and the names of this machine: what a store records beside what it is told.
public enum LabClock {
  /// Now; the environment variable `SOURCE_DATE_EPOCH` (seconds since 1970) sets it, for files that must come out the same.
  ///
  /// - Throws: A ``DiagnosticError`` with `unclear-time` if the variable is no number of seconds.
  public static func now() throws(DiagnosticError) -> UTCTime {
    let seconds: Double
    if let text = ProcessInfo.processInfo.environment["SOURCE_DATE_EPOCH"] {
      guard let number = Int64(text) else {
        throw DiagnosticError(
          Diagnostic(
            .unclearTime,
            at: .argument("SOURCE_DATE_EPOCH"),
            "'\(text)' is no number of seconds",
            fixes: ["unset the variable, or set whole seconds since 1970"]
          )
        )
      }
      seconds = Double(number)
    } else {
      seconds = Date().timeIntervalSince1970
    }
    guard let time = UTCTime(milliseconds: Int64((seconds * 1000).rounded(.down))) else {
      throw DiagnosticError(
        Diagnostic(.unclearTime, at: .argument("SOURCE_DATE_EPOCH"), "the clock is out of range")
      )
    }
    return time
  }

  /// The moment of a text; without an offset it is meant in this machine's time zone.
  ///
  /// - Throws: A ``DiagnosticError`` with `unclear-time` if the text is no time, or that hour exists twice or not at all.
  static func moment(
    _ text: String,
    zone: TimeZone = .current,
    at place: Place
  ) throws(DiagnosticError) -> UTCTime {
    guard let parts = UTCTime.parts(of: text) else {
      throw DiagnosticError(
        Diagnostic(
          .unclearTime,
          at: place,
          "'\(text)' is no time",
          fixes: ["write it like 2026-11-24T10:15 or 2026-11-24T10:15+01:00"]
        )
      )
    }
    if let offset = parts.offsetMinutes, let time = UTCTime(parts, offsetMinutes: offset) {
      return time
    }
    guard let local = UTCTime(parts, offsetMinutes: 0) else {
      throw DiagnosticError(Diagnostic(.unclearTime, at: place, "'\(text)' is out of range"))
    }
    // Where clocks change, one reading means two moments, or none.
    let around = [-86_400.0, 86_400.0]
      .map { shift in
        zone.secondsFromGMT(
          for: Date(timeIntervalSince1970: Double(local.milliseconds) / 1000 + shift)
        )
      }
    let offsets = Set(around).sorted()
      .filter { offset in
        let moment = Double(local.milliseconds) / 1000 - Double(offset)
        return zone.secondsFromGMT(for: Date(timeIntervalSince1970: moment)) == offset
      }
    if offsets.count == 1,
      let time = UTCTime(milliseconds: local.milliseconds - Int64(offsets[0]) * 1000)
    {
      return time
    }
    let what =
      offsets.isEmpty
      ? "doesn't exist in the time zone \(zone.identifier): clocks skip it"
      : "means two moments in the time zone \(zone.identifier): clocks are set back then"
    throw DiagnosticError(
      Diagnostic(
        .unclearTime,
        at: place,
        "'\(text)' \(what)",
        fixes: ["write the offset from universal time, for instance \(text)+01:00"]
      )
    )
  }

  /// Who works here: `PCU_FAB_OPERATOR`, or the name of the account.
  public static var accountName: String {
    let environment = ProcessInfo.processInfo.environment
    if let name = environment["PCU_FAB_OPERATOR"], !name.isEmpty { return name }
    if let name = environment["USER"], !name.isEmpty { return name }
    return NSUserName().isEmpty ? "unknown" : NSUserName()
  }

  /// The database that is meant: the named one, `PCU_FAB_DB`, or `pcu-fab.sqlite` in this folder.
  public static func database(_ named: String?) -> String {
    if let named { return named }
    let environment = ProcessInfo.processInfo.environment["PCU_FAB_DB"] ?? ""
    return environment.isEmpty ? "pcu-fab.sqlite" : environment
  }
}
