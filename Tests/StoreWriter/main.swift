import FabDiagnostics
import FabHash
import FabStore
import Foundation

// A process that writes to a store until it is killed or done.
//
// store-writer PATH ACTOR SETS [patience=SECONDS] [user=NUMBER] [hold=MILLISECONDS]
// Each set is a transaction of a kept file, an import and 49 values. After each commit the number of the set goes to standard
// output: what was printed must never be lost. With `hold` the lock is kept that long first. Exit status: 0 done, 1 refused.

/// Tells the parent something, at once and without a buffer.
func say(_ text: String, to descriptor: Int32 = 1) {
  _ = Array((text + "\n").utf8).withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
}

func option(_ name: String) -> Double? {
  CommandLine.arguments.first { $0.hasPrefix(name + "=") }
    .flatMap { Double($0.dropFirst(name.count + 1)) }
}

// A write beyond a limit must come back as an error and not end the process.
signal(SIGXFSZ, SIG_IGN)
signal(SIGPIPE, SIG_DFL)
if let user = option("user"), setgid(gid_t(user)) != 0 || setuid(uid_t(user)) != 0 { exit(70) }

do throws(DiagnosticError) {
  let arguments = CommandLine.arguments
  guard arguments.count >= 4, let count = Int(arguments[3]),
    let now = UTCTime("2026-11-24T08:00Z")
  else { exit(64) }
  let actor = arguments[2]
  let store = try Store(
    path: arguments[1],
    access: .writing,
    patience: option("patience") ?? Store.patience
  )
  if let hold = option("hold") {
    say("held")
    usleep(UInt32(hold * 1000))
  }
  for index in 0..<count {
    let file = StoredFile(
      name: "\(actor)-\(index).csv",
      bytes: Array(String(repeating: "\(actor),\(index)\n", count: 100).utf8)
    )
    let number = try store.write(by: actor, at: now) { writer throws(DiagnosticError) in
      try writer.keep(file)
      let source = try writer.addImport(
        ImportRecord(
          id: 0,
          sourceFile: file.hash.hexadecimal,
          parser: actor,
          parserVersion: 1,
          target: "\(index)",
          importedAt: now,
          actor: actor,
          rowsRead: 49,
          rowsStored: 49,
          rowsRefused: 0
        )
      )
      let header = MeasurementSet(
        id: 0,
        wafer: "W1",
        characteristic: "edge",
        component: "",
        measuredAt: now,
        operatorName: actor,
        generated: 0,
        n: 0,
        missing: 0,
        digest: 0
      )
      let values = (0..<49)
        .map { MeasuredValue(xUm: $0, yUm: 0, value: Double(index) + Double($0) / 64) }
      return try writer.addMeasurements([(header, values)], import: source)?.lowerBound ?? 0
    }
    say("\(number.value)")
  }
} catch {
  for diagnostic in error.diagnostics {
    say("\(diagnostic.code.rawValue): \(diagnostic.summary)", to: 2)
  }
  exit(1)
}
