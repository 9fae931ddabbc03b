import FabDiagnostics
import FabHash
import FabOperators
import FabTensor
import FabTransformer

/// A trained network beside the codebook that it's going to run by.
struct HardwareBench {
  let network: TrainedNetwork
  let request: HardwareRequest
  let codebook: Codebook
  let codebookHash: ContentHash
  /// The network with its normalisations folded into its weights.
  let deployed: TrainedNetwork.Learner
  let ranges: OperandRanges
  let workers: Workers
  /// What there is to know of codebook and network.
  let messages: [Diagnostic]

  /// Reads the codebook, and finds the ranges of operands.
  ///
  /// - Throws: A ``DiagnosticError`` if the codebook can't be read, is of another make, or the network can't be folded.
  init(
    _ network: TrainedNetwork,
    _ request: HardwareRequest,
    workers: Workers
  ) throws(DiagnosticError) {
    self.network = network
    self.request = request
    self.workers = workers
    let bytes = try InputFile.bytes(at: request.codebook, limit: CodebookFile.limit)
    codebookHash = ContentHash(of: bytes)
    codebook = try CodebookFile.read(request.codebook)
    var use = request.use
    var messages = network.remarks
    if let recipe = request.recipe {
      let loaded = try LoadedRecipe(path: recipe)
      messages += loaded.warnings
      use.recipeHash = loaded.hash.hexadecimal
    }
    let origin = HardwareOrigin(network.checkpoint.metadata)
    origin?.fill(&use)
    let differences: [CodebookMismatch]
    do throws(CodebookError) {
      differences = try codebook.check(for: use, allowing: request.allowed)
    } catch {
      throw error.diagnostic(at: .file(request.codebook))
    }
    for difference in differences {
      messages.append(
        Diagnostic(
          .wrongState,
          severity: .warning,
          at: .file(request.codebook),
          "the codebook's \(difference.subject.rawValue) is \(difference.found), not \(difference.expected); "
            + "that was allowed"
        )
      )
    }
    self.messages = messages
    do throws(TrainingError) {
      deployed = try network.learner.deployed()
      // A network that was fine-tuned keeps the scales of its operands.
      ranges = try deployed.ranges(workers: workers).replaced(by: network.checkpoint.metadata)
    } catch {
      throw DiagnosticError(error.diagnostic(file: network.path))
    }
  }

  /// Which operator does what at some depth.
  func model(_ settings: HardwareSettings) throws(HardwareError) -> HardwareModel {
    try HardwareModel(codebook, settings, ranges: ranges, activation: deployed.activation)
  }

  /// The network with other weights, whose operands are scaled as before.
  func with(_ learner: TrainedNetwork.Learner) -> HardwareBench {
    HardwareBench(self, learner)
  }

  private init(_ other: HardwareBench, _ learner: TrainedNetwork.Learner) {
    (network, request, codebook) = (other.network, other.request, other.codebook)
    (codebookHash, workers, messages) = (other.codebookHash, other.workers, other.messages)
    deployed = learner
    ranges = other.ranges
  }

  /// Draws a die.
  func die(_ settings: HardwareSettings, seed: UInt64) throws(HardwareError) -> HardwareDie {
    try HardwareDie(try model(settings), deployed.parameters, seed: seed)
  }

  /// The codebook in a report.
  var summary: EvaluationReport.Hardware {
    EvaluationReport.Hardware(
      codebook: request.codebook,
      codebookHash: codebookHash.hexadecimal,
      source: codebook.identity.source.rawValue,
      recipeHash: codebook.identity.recipeHash,
      layoutHash: codebook.identity.layoutHash,
      wafer: codebook.identity.wafer,
      temperatureKelvin: codebook.identity.temperatureKelvin,
      calibration: codebook.identity.calibration.rawValue,
      weightNoise: request.weightText,
      softmax: request.softmax.rawValue
    )
  }

  /// The codebook in a line.
  var title: String {
    let identity = codebook.identity
    let constants =
      identity.calibration == .unit
      ? "softplus and sigmoid by each unit's own constants"
      : "softplus and sigmoid by common constants"
    return
      "codebook \(identity.name) \(codebookHash.short), \(identity.source.rawValue), \(identity.wafer), "
      + "\(EngineeringText.plain(identity.temperatureKelvin, digits: 5)) K; \(constants); \(request.weightText)"
  }
}
