import ArgumentParser
import FabDiagnostics
import FabStore
import FabWorkflow

/// `pcu-fab equipment`: instruments and chambers.
struct EquipmentCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "equipment",
    abstract: "Instruments and chambers, what they do, and how they are calibrated.",
    subcommands: [Add.self, State.self, Calibrate.self, List.self, History.self]
  )

  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "add",
      abstract: "Add an instrument or a chamber.",
      discussion:
        "Example: pcu-fab equipment add EVAP1 --kind evaporator --title 'thermal evaporator, four sources'"
    )
    @Argument(help: "Its name.") var code: String
    @Option(help: "What it is, for instance evaporator or spectrometer.") var kind: String
    @Option(help: "Maker and model.") var title: String?
    @Option(help: "Its geometry as JSON, for instance '{\"throwMm\": 300}'.") var geometry: String?
    @OptionGroup var change: ChangeOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
      try output.print { () throws(DiagnosticError) in
        let geometry = try geometry.map { (text) throws(DiagnosticError) in
          try StoreJSON.value(text, at: .argument("--geometry"))
        }
        return try change.session.change { (writer, _) throws(DiagnosticError) in
          try writer.add(Equipment(code: code, kind: kind, title: title, geometry: geometry))
          return StoreRemarks()
        }
      }
    }
  }

  struct State: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "state",
      abstract: "Say what an instrument does from now on.",
      discussion: """
        The states of SEMI E10: PRD productive, SBY standby, ENG engineering, SDT scheduled down, UDT unscheduled down, \
        NST non-scheduled.
        """
    )
    @Argument(help: "The instrument.") var code: String
    @Argument(help: "PRD, SBY, ENG, SDT, UDT or NST.") var state: EquipmentStateName
    @Option(help: "Why.") var reason: String?
    @OptionGroup var change: ChangeOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
      try output.print { () throws(DiagnosticError) in
        try change.session.change { (writer, moment) throws(DiagnosticError) in
          _ = try writer.reader.named(Equipment.self, code)
          try writer.add(
            EquipmentState(equipment: code, fromAt: moment, state: state.rawValue, reason: reason)
          )
          return StoreRemarks()
        }
      }
    }
  }

  struct Calibrate: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "calibrate",
      abstract: "Record a factor that makes an instrument tell the truth.",
      discussion: """
        With --indicated and --measured the new factor is computed: a tooling factor becomes old x measured / indicated, a \
        density old x indicated / measured. The history is kept; the newest counts.

        Example: pcu-fab equipment calibrate EVAP1 tooling --material pbi2 --indicated 250 --measured 262 --method profilometer
        """
    )
    @Argument(help: "The instrument.") var code: String
    @Argument(help: "tooling, density, z-ratio, wavelength or two-theta.") var kind: CalibrationKind
    @Option(help: "The material that it holds for; without it, all.") var material: String?
    @Option(help: "The factor, or the offset in nm or degree.") var value: Double?
    @Option(help: "What the instrument said.") var indicated: Double?
    @Option(help: "What was true.") var measured: Double?
    @Option(help: "How that was found.") var method: String
    @OptionGroup var change: ChangeOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
      guard (value != nil) != (indicated != nil && measured != nil) else {
        throw ValidationError("give --value, or --indicated and --measured")
      }
    }

    func run() throws {
      try output.print { () throws(DiagnosticError) in
        var job = CalibrationEntryJob(session: change.session, equipment: code, kind: kind.rawValue)
        job.material = material ?? ""
        job.value = value
        job.indicated = indicated
        job.measured = measured
        job.method = method
        return try job.run()
      }
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: "List instruments and chambers."
    )
    @OptionGroup var store: StoreOption
    @OptionGroup var output: OutputOptions

    func run() throws {
      try output.print { () throws(DiagnosticError) in
        try EntryListJob<Equipment>(session: store.session).run()
      }
    }
  }

  struct History: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "history",
      abstract: "List the calibrations of an instrument, or with --states what it did."
    )
    @Argument(help: "The instrument.") var code: String
    @Flag(help: "List what it did.") var states = false
    @OptionGroup var store: StoreOption
    @OptionGroup var output: OutputOptions

    func run() throws {
      try output.print { () throws(DiagnosticError) in
        let filter: [String: JSONValue] = ["equipment": .text(code)]
        return states
          ? try EntryListJob<EquipmentState>(session: store.session, where: filter).run()
          : try EntryListJob<Calibration>(session: store.session, where: filter).run()
      }
    }
  }
}
