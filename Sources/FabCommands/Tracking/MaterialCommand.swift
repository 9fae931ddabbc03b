import ArgumentParser
import FabDiagnostics
import FabStore
import FabUnits
import FabWorkflow

/// `pcu-fab material`: materials and their bottles.
struct MaterialCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "material",
    abstract: "Materials and the bottles that the lab has of them.",
    subcommands: [Add.self, Bottle.self, List.self]
  )

  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "add",
      abstract: "Add a material.",
      discussion:
        "Example: pcu-fab material add pbi2 --formula PbI2 --density '6.16 g/cm3' --source azom.com"
    )
    @Argument(help: "Its name, as recipes call it.") var code: String
    @Option(help: "Its name for people.") var title: String?
    @Option(help: "Its formula.") var formula: String?
    @Option(help: "Its molar mass.", transform: quantity) var molarMass: MolarMass?
    @Option(help: "The density of its film.", transform: quantity) var density: Density?
    @Option(help: "Its acoustic impedance ratio for a quartz crystal.") var zRatio: Double?
    @Option(help: "Where the figures come from.") var source: String
    @OptionGroup var change: ChangeOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
      try output.print { () throws(DiagnosticError) in
        try change.session.change { (writer, _) throws(DiagnosticError) in
          try writer.add(
            Material(
              code: code,
              title: title,
              formula: formula,
              molarMassGPerMol: molarMass?.value(in: .gramPerMole),
              densityGPerCm3: density?.value(in: .gramPerCubicCentimetre),
              zRatio: zRatio,
              source: source
            )
          )
          return StoreRemarks()
        }
      }
    }
  }

  struct Bottle: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "lot",
      abstract: "Add a bottle or batch of a material, or change its state.",
      discussion: """
        Example: pcu-fab material lot PBI2-7 --material pbi2 --supplier AET --number 2311-A --purity '99.99 %'
                 pcu-fab material lot PBI2-7 --state exhausted
        """
    )
    @Argument(help: "The name on the lab's own label.") var code: String
    @Option(help: "The material.") var material: String?
    @Option(help: "Who made it.") var supplier: String?
    @Option(help: "The maker's lot number.") var number: String?
    @Option(help: "The purity that the maker states.") var purity: String?
    @Option(help: "How much there was when it came.", transform: quantity) var amount: Mass?
    @Option(help: "The day it was opened, such as 2026-11-24.") var opened: Day?
    @Option(help: "The day from which it isn't to be used.") var expires: Day?
    @Option(help: "open, exhausted or discarded.") var state: BottleState?
    @Option(help: "A remark.") var note: String?
    @OptionGroup var change: ChangeOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
      try output.print { () throws(DiagnosticError) in
        try change.session.change { (writer, _) throws(DiagnosticError) in
          let known = try writer.reader.find(MaterialLot.self, .text(code))
          var bottle: MaterialLot
          if let known { bottle = known } else { bottle = try new(in: writer) }
          bottle.material = material ?? bottle.material
          bottle.supplier = supplier ?? bottle.supplier
          bottle.lotNumber = number ?? bottle.lotNumber
          bottle.purity = purity ?? bottle.purity
          bottle.amountMg = amount?.value(in: .milligram) ?? bottle.amountMg
          bottle.opened = opened?.text ?? bottle.opened
          bottle.expires = expires?.text ?? bottle.expires
          bottle.state = state?.rawValue ?? bottle.state
          bottle.note = note ?? bottle.note
          _ = try writer.reader.named(Material.self, bottle.material)
          if known == nil { try writer.add(bottle) } else { try writer.change(bottle) }
          return StoreRemarks()
        }
      }
    }

    private func new(in writer: StoreWriter) throws(DiagnosticError) -> MaterialLot {
      guard let material, let supplier, let number else {
        throw DiagnosticError(
          Diagnostic(
            .missingKey,
            at: .argument(code),
            "the bottle is new: its material, supplier and number are needed",
            fixes: ["add --material, --supplier and --number"]
          )
        )
      }
      return MaterialLot(
        code: code,
        material: material,
        supplier: supplier,
        lotNumber: number,
        state: "open"
      )
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: "List materials, or with --lots the bottles."
    )
    @Flag(help: "List the bottles.") var lots = false
    @OptionGroup var store: StoreOption
    @OptionGroup var output: OutputOptions

    func run() throws {
      try output.print { () throws(DiagnosticError) in
        lots
          ? try EntryListJob<MaterialLot>(session: store.session).run()
          : try EntryListJob<Material>(session: store.session).run()
      }
    }
  }
}
