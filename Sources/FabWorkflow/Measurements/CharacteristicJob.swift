public import FabDiagnostics
import FabStore

/// What `measure characteristic` does.
public struct CharacteristicJob {
  /// The unit of a new one.
  public var unit: String?
  /// Its name for people.
  public var title: String?
  /// The method of a new one.
  public var method: String?
  /// What values are accepted.
  public var limits: (lower: Double?, target: Double?, upper: Double?) = (nil, nil, nil)
  /// Who decided that.
  public var source: String?
  private let session: StoreSession
  private let code: String

  /// Creates a job.
  public init(session: StoreSession, code: String) {
    self.session = session
    self.code = code
  }

  /// Adds or specifies it.
  ///
  /// - Throws: A ``DiagnosticError`` if a new one has no unit, or a known one another unit or method.
  public func run() throws(DiagnosticError) -> CommandOutput {
    try session.change { (writer, moment) throws(DiagnosticError) in
      let known = try writer.reader.find(Characteristic.self, .text(code))
      let standard = StandardCharacteristic(rawValue: code)
      guard let unit = unit ?? known?.unit ?? standard?.unit else {
        throw DiagnosticError(
          Diagnostic(
            .missingUnit,
            at: .argument(code),
            "'\(code)' is new: its unit is needed",
            fixes: ["say it with --unit; 1 stands for plain numbers"]
          )
        )
      }
      try writer.add(
        Characteristic(
          code: code,
          unit: unit,
          title: title ?? known?.title ?? standard?.title,
          method: method ?? known?.method ?? ""
        )
      )
      guard limits.lower != nil || limits.upper != nil, let source else { return StoreRemarks() }
      let versions = try writer.reader.all(
        Specification.self,
        where: ["characteristic": .text(code)]
      )
      if let last = versions.last, last.lower == limits.lower, last.target == limits.target,
        last.upper == limits.upper, last.source == source
      {
        return StoreRemarks()
      }
      try writer.add(
        Specification(
          characteristic: code,
          version: versions.count + 1,
          lower: limits.lower,
          target: limits.target,
          upper: limits.upper,
          validFrom: moment,
          source: source
        )
      )
      return StoreRemarks()
    }
  }
}
