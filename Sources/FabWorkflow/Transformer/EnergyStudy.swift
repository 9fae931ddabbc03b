import FabDevices
import FabDiagnostics
import FabHash
import FabTransformer

/// The energy of a network on all platforms.
struct EnergyStudy {
  let network: Network
  let hash: String
  let model: EnergyModel
  let platforms: [EnergyPlatform]
  let programming: ProgrammingCost
  let sensitivity: EnergySensitivity
  let settlingSeconds: Double
  /// Whether the network has the extents of the block whose energy the paper states.
  let isPaperConfiguration: Bool

  init(
    _ file: NetworkFile,
    parameters: EnergyParameters,
    choices: MappingChoices
  ) throws(DiagnosticError) {
    network = file.network
    hash = file.hash.hexadecimal
    let counts = OperationCounts(network)
    model = EnergyModel(counts, parameters: parameters)
    var platforms = [model.gpu, model.accelerator, model.pcu]
    do throws(DeviceError) {
      if let simulated = try model.simulatedCells(choices) { platforms.append(simulated) }
    } catch {
      throw error.diagnostic(options: [:])
    }
    self.platforms = platforms
    programming = ProgrammingCost(counts, parameters: parameters)
    sensitivity = EnergySensitivity(model)
    settlingSeconds = choices.settlingSeconds
    isPaperConfiguration =
      counts.staticMacs == Self.paperStaticMacs && counts.dynamicMacs == Self.paperDynamicMacs
  }

  /// Products of an encoder layer of MDETR with 194 tokens: 4 N d^2 + 2 N d f static, 2 N^2 d dynamic.
  private static let paperStaticMacs = 194 * (4 * 256 * 256 + 2 * 256 * 2048)
  private static let paperDynamicMacs = 2 * 194 * 194 * 256
}
