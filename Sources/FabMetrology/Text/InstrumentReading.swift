public import FabDiagnostics

/// What a file of an instrument gave: values, the rows that gave none, and remarks.
public struct InstrumentReading<Value: Sendable>: Sendable {
  /// The file as the user named it.
  public let name: String
  /// The values, at least one.
  public let values: [Value]
  /// Every row that gave no value, in the order of the file.
  public let refused: [RowRefusal]
  /// Remarks and warnings: what was assumed, and each refused row.
  public let messages: [Diagnostic]

  init(
    _ text: InstrumentText,
    _ values: [Value],
    refused: [RowRefusal],
    remarks: [Diagnostic] = []
  ) {
    name = text.name
    self.values = values
    self.refused = refused
    messages = remarks + refused.map { $0.diagnostic(in: text) }
  }

  init(name: String, _ values: [Value], messages: [Diagnostic] = []) {
    self.name = name
    self.values = values
    refused = []
    self.messages = messages
  }
}
