import ArgumentParser
import FabDiagnostics
import FabOperators
import FabTransformer
import FabWorkflow

/// On which hardware a network runs.
struct HardwareOptions: ParsableArguments {
  @Option(
    help: "Refuse a codebook of another recipe than this one.",
    completion: .file(extensions: ["yaml", "yml"])
  )
  var process: String?

  @Option(help: "Refuse a codebook of another layout: its SHA-256 or the beginning of it.")
  var layoutHash: String?

  @Option(help: "Refuse a codebook of another wafer; population for none.")
  var wafer: String?

  @Option(
    help:
      "What of the codebook may differ: recipe, layout, wafer, temperature; several with commas."
  )
  var allow: String?

  @Option(
    help:
      "How programmed weights err: none, codebook, or the standard deviation of normal errors. (default: 0.027367, as published)"
  )
  var weightNoise: String?

  @Option(
    help:
      "What that deviation is a share of: range, maximum or value of a layer's weights; the publication doesn't say. (default: maximum)",
    transform: choice
  )
  var weightReference: WeightReference?

  @Option(
    help:
      "What is done with inputs outside a domain: clamp or extrapolate. (default: what the codebook says)",
    transform: choice
  )
  var outside: DomainPolicy?

  @Option(
    help:
      "The operators that hardware does, the others are ideal: weights, products, softmax, activation; several with commas. (default: all)"
  )
  var operators: String?

  @Option(
    help: "The softmax circuit: softmax, softmaxComposed or softmaxTailCurrent.",
    transform: choice
  )
  var softmax = OperatorName.softmax

  @Option(help: "The seed of the first die.")
  var die: UInt64 = 1

  @Option(help: "The number of dies; their seeds follow each other.")
  var dies = 1

  /// Whether any of them was given.
  var isUsed: Bool {
    let texts = [process, layoutHash, wafer, allow, weightNoise, operators]
    return texts.contains { $0 != nil } || weightReference != nil || outside != nil
      || softmax != .softmax || die != 1 || dies != 1
  }

  func validate() throws {
    guard (1...1000).contains(dies) else {
      throw ValidationError("--dies is \(dies); expected 1...1000")
    }
    if outside == .refuse {
      throw ValidationError("--outside is refuse; expected clamp or extrapolate")
    }
    if SoftmaxCircuitForm(softmax) == nil {
      throw ValidationError(
        "--softmax is \(softmax.rawValue); expected softmax, softmaxComposed or softmaxTailCurrent"
      )
    }
    _ = try noise()
    _ = try allowed()
    _ = try chosen()
  }

  /// The request.
  ///
  /// - Throws: A ``ValidationError`` for an option that makes no sense; ``validate()`` has found it before.
  func request(codebook: String) throws -> HardwareRequest {
    var request = HardwareRequest(codebook: codebook)
    request.recipe = process
    request.use = CodebookUse(layoutHash: layoutHash, wafer: wafer)
    request.allowed = try allowed()
    request.weightNoise = try noise()
    request.operators = try chosen()
    request.policy = outside
    request.softmax = softmax
    request.firstDie = die
    request.dieCount = dies
    return request
  }

  private func noise() throws -> WeightNoise {
    let reference = weightReference ?? .maximum
    switch weightNoise {
    case nil: return .normal(deviation: WeightNoise.publishedDeviation, of: reference)
    case "none"?, "codebook"?:
      guard weightReference == nil else {
        throw ValidationError("--weight-reference is for a deviation in --weight-noise")
      }
      return weightNoise == "none" ? .none : .codebook
    case let text?:
      guard let deviation = Double(text), deviation >= 0, deviation <= 1 else {
        throw ValidationError(
          "--weight-noise is '\(text)'; expected none, codebook, or a number from 0 to 1"
        )
      }
      return .normal(deviation: deviation, of: reference)
    }
  }

  private func chosen() throws -> Set<HardwareOperator> {
    guard let operators else { return Set(HardwareOperator.allCases) }
    var result: Set<HardwareOperator> = []
    for name in operators.split(separator: ",", omittingEmptySubsequences: false) {
      let trimmed = name.filter { $0 != " " }
      guard let one = HardwareOperator(rawValue: trimmed) else {
        let known = HardwareOperator.allCases.map(\.rawValue).joined(separator: ", ")
        throw ValidationError("--operators has '\(trimmed)'; expected of \(known)")
      }
      result.insert(one)
    }
    return result
  }

  private func allowed() throws -> Set<CodebookMismatch.Subject> {
    var result: Set<CodebookMismatch.Subject> = []
    for name in (allow ?? "").split(separator: ",") {
      let trimmed = name.filter { $0 != " " }
      guard let subject = CodebookMismatch.Subject(rawValue: trimmed) else {
        let known = CodebookMismatch.Subject.allCases.map(\.rawValue).joined(separator: ", ")
        throw ValidationError("--allow has '\(trimmed)'; expected of \(known)")
      }
      result.insert(subject)
    }
    return result
  }
}
