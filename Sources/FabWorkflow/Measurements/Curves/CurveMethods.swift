import FabDiagnostics
import FabStore

/// The characteristics that curves give, held against those of the store.
struct CurveMethods {
  /// The stored names by standard characteristic.
  private let names: [String: String]

  /// Takes `edge=edgeTauc`.
  ///
  /// - Throws: A ``DiagnosticError`` with `unknown-choice` for what no curve gives.
  init(_ renamed: [String]) throws(DiagnosticError) {
    var names: [String: String] = [:]
    for text in renamed {
      let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2, StandardCharacteristic(rawValue: parts[0]) != nil,
        StoreCode(parts[1]) != nil
      else {
        let known = StandardCharacteristic.allCases.map(\.rawValue)
        throw DiagnosticError(
          Diagnostic(
            .unknownChoice,
            at: .argument("--characteristic"),
            "'\(text)' names no characteristic and a new name for it"
              + NearMiss.question(for: parts.first ?? text, among: known),
            fixes: ["write it like edge=edgeTauc"]
          )
        )
      }
      names[parts[0]] = parts[1]
    }
    self.names = names
  }

  /// The name under which a characteristic is stored.
  func code(_ characteristic: StandardCharacteristic) -> String {
    names[characteristic.rawValue] ?? characteristic.rawValue
  }

  /// What was renamed, in canonical order.
  var text: String {
    names.sorted { $0.key < $1.key }.map { ";\($0.key)=\($0.value)" }.joined()
  }

  /// Adds what is missing, and gives those without values their method.
  ///
  /// - Throws: A ``DiagnosticError`` with `conflicting-entry` where the stored method or unit is another: values of
  ///   different methods differ by more than a wafer does.
  func prepare(
    _ values: [CurveValue],
    of file: String,
    with writer: StoreWriter
  ) throws(DiagnosticError) {
    var seen: Set<String> = []
    for value in values where seen.insert(value.characteristic.rawValue).inserted {
      let standard = value.characteristic
      let code = code(standard)
      guard var known = try writer.reader.find(Characteristic.self, .text(code)) else {
        try writer.add(
          Characteristic(
            code: code,
            unit: standard.unit,
            title: standard.title,
            method: value.method
          )
        )
        continue
      }
      guard known.method != value.method || known.unit != standard.unit else { continue }
      if known.method.isEmpty, known.unit == standard.unit,
        try writer.reader.measurementSets(characteristic: code).isEmpty
      {
        known.method = value.method
        try writer.change(known)
        continue
      }
      throw conflict(known, value, file)
    }
  }

  private func conflict(
    _ known: Characteristic,
    _ value: CurveValue,
    _ file: String
  ) -> DiagnosticError {
    let unit = value.characteristic.unit
    let found = known.method.isEmpty ? "has values of no stated method" : "is '\(known.method)'"
    return DiagnosticError(
      Diagnostic(
        .conflictingEntry,
        at: .file(file),
        known.unit == unit
          ? "'\(known.code)' of the store \(found); this file would give '\(value.method)'"
          : "'\(known.code)' of the store is kept in \(known.unit), not \(unit)",
        notes: [
          .init("numbers of two methods don't compare: they differ by more than a wafer does")
        ],
        fixes: [
          "store them under another name: --characteristic "
            + "\(value.characteristic.rawValue)=\(value.characteristic.rawValue)2"
        ]
      )
    )
  }
}
