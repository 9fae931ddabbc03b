public import FabDiagnostics
import FabHash
import FabMetrology

/// What `measure edge` and `measure peak` do: a file in, all methods side by side out, without the database.
public struct CurveFileJob {
  /// What is looked for.
  public enum Feature: Sendable {
    /// The absorption edge of spectra.
    case edge
    /// The (110) reflection of scans, with the second line of copper or without.
    case peak(isMonochromatic: Bool)
  }

  private let file: String
  private let feature: Feature
  private let files: OutputChoice
  /// The name of the format; `nil` detects it.
  public var format: String?
  /// The only curve that is taken, from 1.
  public var curve: Int?
  /// Where the feature is looked for, in nm of wavelength or degree of 2θ; `nil` for that of MAPbI3.
  public var window: ClosedRange<Double>?

  /// Creates a job.
  public init(file: String, feature: Feature, files: OutputChoice) {
    self.file = file
    self.feature = feature
    self.files = files
  }

  /// Evaluates.
  ///
  /// - Returns: The report; it isn't clean if a method gave no value.
  /// - Throws: A ``DiagnosticError`` if the file can't be read or holds other curves.
  public func run() throws(DiagnosticError) -> CommandOutput {
    try files.check()
    let format = try format.map { (name) throws(DiagnosticError) in
      try InstrumentFile.format(named: name)
    }
    let bytes = try InputFile.bytes(at: file, limit: InputFile.measurementLimit)
    let read = try InstrumentFile(name: file, bytes: bytes, format: format)
    let evaluated = try curves(of: read)
    if let curve, curve > evaluated.count {
      throw DiagnosticError(
        Diagnostic(
          .outOfRange,
          at: .argument("--curve"),
          "\(file) has \(evaluated.count) curves, no curve \(curve)"
        )
      )
    }
    let chosen = curve.map { [evaluated[$0 - 1]] } ?? evaluated
    let report = CurveReport(
      file: file,
      fileSha256: ContentHash(of: bytes).hexadecimal,
      format: read.format,
      refusedRows: read.refusedCount,
      curves: chosen.map(\.report)
    )
    let text =
      report.text
      + (try files.write(
        svg: { CurvePicture(report: report, curves: chosen).svg() },
        csv: { Self.table(chosen) }
      ))
    return CommandOutput(
      text: text,
      json: JSONText.encode(report),
      messages: read.messages,
      isClean: read.refusedCount == 0
        && report.curves.allSatisfy { $0.results.allSatisfy { $0.value != nil } }
    )
  }

  private func curves(of read: InstrumentFile) throws(DiagnosticError) -> [EvaluatedCurve] {
    switch (feature, read.content) {
    case (.edge, .spectra(let spectra)):
      return try spectra.map { (spectrum) throws(DiagnosticError) in
        try EvaluatedCurve(spectrum, file: file, window: window ?? EdgeMethod.defaultWindow)
      }
    case (.peak(let isMonochromatic), .scans(let scans)):
      return scans.map {
        EvaluatedCurve(
          $0,
          file: file,
          radiation: isMonochromatic ? .alpha1 : .alpha1And2,
          window: window ?? PeakMethod.defaultWindow
        )
      }
    case (.edge, _), (.peak, _):
      let wanted =
        switch feature {
        case .edge: "spectra"
        case .peak: "scans of a diffractometer"
        }
      throw DiagnosticError(
        Diagnostic(
          .unsupportedContent,
          at: .file(file),
          "the file was read as \(read.format), which has no \(wanted)",
          fixes: ["state the format with --format if that's wrong"]
        )
      )
    }
  }

  private static func table(_ curves: [EvaluatedCurve]) -> [UInt8] {
    var text = "curve,x,measured,fitted\n"
    for (index, curve) in curves.enumerated() {
      for (x, y) in zip(curve.x, curve.y) {
        text += "\(index + 1),\(x),\(y),\(curve.fitted?(x).description ?? "")\n"
      }
    }
    return Array(text.utf8)
  }
}
