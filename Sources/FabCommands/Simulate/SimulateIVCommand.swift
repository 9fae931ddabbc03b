import ArgumentParser
import FabDiagnostics
import FabUnits
import FabWorkflow

/// `pcu-fab simulate iv`: current-voltage curves, simulated or fitted.
struct SimulateIVCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "iv",
    abstract: "Simulate the current-voltage curve of a device, or fit a diode to a measured one.",
    discussion: """
      Without --fit the curve of a device is computed: a diode or two back to back from --from to --to; memristors in \
      a loop from 0 V to --to, down to --from and back, each point lasting --dwell.

      With --fit a diode is fitted to a measured file: I0, n, Rs and Rsh with their 95 % intervals, rising and falling \
      sweeps apart. The file is CSV with a line such as 'voltage (V),current (nA)' above the values. Exit status 1 if \
      the curve is no diode (R2 of log |I| below 0.995).

      Examples:
        pcu-fab simulate iv
        pcu-fab simulate iv --fit measured.csv --area '0.64 mm2' --svg fit.svg
        pcu-fab simulate iv --device binary --svg loop.svg
        pcu-fab simulate iv --ideality 1.6 --temperature '40 °C' --csv diode.csv
      """
  )

  @Option(
    help: "Fit a diode to this measured file instead.",
    completion: .file(extensions: ["csv", "txt", "tsv"])
  )
  var fit: String?

  @Option(
    parsing: .unconditional,
    help: "The smallest current that the instrument tells from zero, with --fit. (default: 1 pA)",
    transform: quantity
  )
  var resolution: ElectricCurrent?

  @Option(
    help:
      "The device: diode, multistate, binary or pair (two diodes back to back). (default: diode)"
  )
  var device: DeviceChoice?

  @Option(
    parsing: .unconditional,
    help: "The lowest voltage. (default: -1 V)",
    transform: quantity
  )
  var from: Voltage?

  @Option(
    parsing: .unconditional,
    help: "The highest voltage. (default: 1 V)",
    transform: quantity
  )
  var to: Voltage?

  @Option(help: "The number of points from the lowest to the highest voltage. (default: 201)")
  var points: Int?

  @Option(
    parsing: .unconditional,
    help: "The temperature of the diode. (default: 298.15 K)",
    transform: quantity
  )
  var temperature: Temperature?

  @Option(
    parsing: .unconditional,
    help: "The area of the device. (default: that of the computing unit)",
    transform: quantity
  )
  var area: Area?

  @Option(
    parsing: .unconditional,
    help: "The saturation current of the diode at 298.15 K. (default: 1 nA for 0.64 mm2)",
    transform: quantity
  )
  var saturationCurrent: ElectricCurrent?

  @Option(parsing: .unconditional, help: "The ideality factor of the diode. (default: 2)")
  var ideality: Double?

  @Option(
    parsing: .unconditional,
    help: "The series resistance of the diode. (default: 100 ohm for 0.64 mm2)",
    transform: quantity
  )
  var seriesResistance: Resistance?

  @Option(
    parsing: .unconditional,
    help: "The shunt resistance of the diode. (default: 1000 Gohm for 0.64 mm2)",
    transform: quantity
  )
  var shuntResistance: Resistance?

  @Option(
    parsing: .unconditional,
    help: "The conductance that the multistate memristor starts from. (default: 100 µS)",
    transform: quantity
  )
  var conductance: Conductance?

  @Option(
    parsing: .unconditional,
    help:
      "The largest current that the source gives. (default: 1 mA for memristors, 100 mA for diodes)",
    transform: quantity
  )
  var compliance: ElectricCurrent?

  @Option(
    parsing: .unconditional,
    help: "The largest current below 0 V with a binary memristor. (default: 100 mA)",
    transform: quantity
  )
  var resetCompliance: ElectricCurrent?

  @Option(
    parsing: .unconditional,
    help: "How long each point of a memristor's loop lasts. (default: 20 ms)",
    transform: quantity
  )
  var dwell: Time?

  @Option(help: "The seed of what differs from cycle to cycle. (default: 1)")
  var seed: UInt64?

  @OptionGroup var files: OutputFileOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    // An option that changes nothing would be believed to have changed something.
    let device = device?.device ?? .diode
    for (option, isGiven, devices) in deviceOptions where isGiven {
      guard fit == nil else {
        throw ValidationError(
          "\(option) describes a simulation; a measured file is fitted without it"
        )
      }
      guard devices.contains(device) else {
        throw ValidationError("\(option) changes nothing about --device \(device.rawValue)")
      }
    }
    if fit == nil {
      guard resolution == nil else { throw ValidationError("--resolution is for --fit") }
      guard temperature == nil || [.diode, .pair].contains(device) else {
        throw ValidationError("--temperature changes nothing about --device \(device.rawValue)")
      }
    }
  }

  /// The options of simulations: whether they're given, and the devices that they say something about.
  private var deviceOptions: [(String, Bool, [SimulatedDevice])] {
    let all = SimulatedDevice.allCases
    let diodes: [SimulatedDevice] = [.diode, .pair]
    let memristors: [SimulatedDevice] = [.multistate, .binary]
    return [
      ("--device", device != nil, all), ("--from", from != nil, all), ("--to", to != nil, all),
      ("--points", points != nil, all), ("--compliance", compliance != nil, all),
      ("--saturation-current", saturationCurrent != nil, diodes),
      ("--ideality", ideality != nil, diodes),
      ("--series-resistance", seriesResistance != nil, diodes),
      ("--shunt-resistance", shuntResistance != nil, diodes),
      ("--conductance", conductance != nil, [.multistate]),
      ("--reset-compliance", resetCompliance != nil, [.binary]),
      ("--dwell", dwell != nil, memristors), ("--seed", seed != nil, memristors),
    ]
  }

  func run() throws {
    if let fit {
      try output.print { () throws(DiagnosticError) in
        var request = IVFitRequest(file: fit)
        request.temperature = temperature ?? request.temperature
        request.area = area ?? request.area
        request.resolution = resolution ?? request.resolution
        return try IVFitJob(request: request, files: files.choice).run()
      }
      return
    }
    try output.print { () throws(DiagnosticError) in
      try IVJob(request: request, files: files.choice).run()
    }
  }

  private var request: IVRequest {
    var request = IVRequest()
    request.device = device?.device ?? request.device
    request.from = from ?? request.from
    request.to = to ?? request.to
    request.points = points ?? request.points
    request.temperature = temperature ?? request.temperature
    request.area = area
    request.saturationCurrent = saturationCurrent
    request.ideality = ideality
    request.seriesResistance = seriesResistance
    request.shuntResistance = shuntResistance
    request.conductance = conductance ?? request.conductance
    request.askedCompliance = compliance
    request.resetCompliance = resetCompliance ?? request.resetCompliance
    request.dwell = dwell ?? request.dwell
    request.seed = seed ?? request.seed
    return request
  }
}
