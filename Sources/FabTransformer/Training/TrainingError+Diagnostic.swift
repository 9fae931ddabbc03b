public import FabDiagnostics
import FabTasks
import FabTensor

extension TrainingError {
  /// Returns the message to the user.
  ///
  /// - Parameters:
  ///   - file: The checkpoint as the user named it; nil where none was.
  ///   - options: The names of options by setting.
  /// - Returns: The message.
  public func diagnostic(file: String? = nil, options: [String: String] = [:]) -> Diagnostic {
    let place = file.map(Place.file)
    switch self {
    case .emptyDataset:
      return Diagnostic(
        .emptyDataset,
        "no samples were asked for; at least one is needed",
        fixes: ["ask for a positive number of samples and steps"]
      )
    case .setting(let name, let found, let expected):
      return Diagnostic(
        Double(found) == nil ? .unknownChoice : .outOfRange,
        at: options[name].map(Place.argument) ?? place,
        "\(name) is \(found); expected \(expected)",
        fixes: ["change it"]
      )
    case .otherCheckpoint(let key, let found, let expected):
      return Diagnostic(
        .wrongKind,
        at: place,
        "the checkpoint is of something else: its '\(key)' is \(found.map { "'\($0)'" } ?? "missing"); "
          + "expected '\(expected)'",
        fixes: [
          "take a checkpoint of this network and task, or give the options that it was made with"
        ]
      )
    case .notResumable(let step):
      return Diagnostic(
        .unsupportedContent,
        at: place,
        "the checkpoint holds weights alone, after \(step) steps: its training is over",
        fixes: ["use it as it is, or train anew with another --out"]
      )
    case .diverged(let step):
      return Diagnostic(
        .notFinite,
        at: place,
        "the loss or a gradient of step \(step + 1) is NaN or infinite",
        fixes: ["train with another seed"]
      )
    case .unreadable(let error):
      return error.diagnostic(file: file ?? "")
    case .task(let error):
      return error.diagnostic(at: place)
    case .tensor(let error):
      return Diagnostic(.notFinite, at: place, "the network has no result: \(error.reason)")
    }
  }
}

extension TensorError {
  /// What happened, in words.
  fileprivate var reason: String {
    switch self {
    case .constantChannel(let layer, let channel, let rows, let value):
      "channel \(channel) of '\(layer)' is \(value) in all \(rows) rows, so that it has no deviation"
    case .indexOutOfRange(let what, let position, let found, let count):
      "\(what) \(position) is \(found); there are \(count)"
    case .allKeysMasked(let batch): "sequence \(batch) has no key that may be looked at"
    case .mismatched(let what, let found, let expected):
      "there are \(found) \(what); expected \(expected)"
    case .notFinite(let name, let index): "number \(index) of \(name) is NaN or infinite"
    case .outOfRange(let parameter, let found, let expected):
      "\(parameter) is \(found); expected \(expected)"
    case .notFoldable(let layer): "the normalisations of '\(layer)' can't be folded"
    }
  }
}
