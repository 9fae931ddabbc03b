import FabDevices
import FabExtraction
import FabGeometry
import FabLayout
import FabOperators
import FabRecipe
import FabUnits

/// The computing units of an extracted layout that operators can be placed on, and why others can't.
struct PlaceableUnits {
  /// The units, singles first, then arrays block by block, diagonal after diagonal.
  let pcus: [PlaceablePCU]
  /// The extracted unit of each.
  let instances: [PCUInstance]
  /// The sites that aren't usable, each with the reason.
  let unusable: [(site: String, reason: String)]
  private let layout: LayoutUnderTest
  private let networks: LineNetworks
  private let sheets: SheetResistances?
  private let films: FilmsAtSites
  private let measured: MeasuredWafer?

  /// Collects the units.
  ///
  /// - Parameters:
  ///   - layout: The layout.
  ///   - sheets: The sheet resistances of the recipe; `nil` where there are no PCUs.
  ///   - films: What is known about the films at the sites.
  ///   - measured: The wafer whose devices are taken; its dead PCUs aren't usable.
  /// - Throws: ``DeviceError`` where an area makes no sense.
  init(
    _ layout: LayoutUnderTest,
    sheets: SheetResistances?,
    films: FilmsAtSites,
    measured: MeasuredWafer? = nil
  )
    throws(DeviceError)
  {
    self.layout = layout
    self.sheets = sheets
    self.films = films
    self.measured = measured
    let wafer = layout.extracted
    networks = LineNetworks(of: wafer)
    let sites = layout.meant?.wafer.pcus ?? []
    let instances = wafer.pcuInstances
    let bySite = Dictionary(uniqueKeysWithValues: instances.map { ($0.site, $0) })
    var parasiticNets: Set<Int> = []
    for parasitic in wafer.parasitics {
      parasiticNets.insert(parasitic.device.bottomNet)
      parasiticNets.insert(parasitic.device.topNet)
    }
    let merged = wafer.nets.map { net in
      net.contacts.count > 1
    }
    var found: [(pcu: PlaceablePCU, instance: PCUInstance)] = []
    var unusable: [(String, String)] = []
    for (index, site) in sites.enumerated() {
      if let bin = measured?.dead[site.name] {
        unusable.append((site.name, bin))
        continue
      }
      guard let instance = bySite[index] else {
        unusable.append((site.name, "its devices don't make a PCU"))
        continue
      }
      let nets = [instance.wordNet, instance.bitNet, instance.cathodeNet, instance.islandNet]
      if nets.contains(where: parasiticNets.contains) {
        unusable.append((site.name, "a parasitic device hangs on one of its lines"))
        continue
      }
      if nets.contains(where: { merged[$0] }) {
        unusable.append((site.name, "one of its lines is connected to another"))
        continue
      }
      let lines = networks.lines(of: instance, in: wafer) { sheets?.value(of: $0) }
      guard let lines else {
        unusable.append((site.name, "one of its lines doesn't reach its contact"))
        continue
      }
      let pcu = PlaceablePCU(
        name: site.name,
        block: site.block,
        row: site.row,
        column: site.column,
        position: Self.position(site),
        wordNet: instance.wordNet,
        bitNet: instance.bitNet,
        nominal: try Self.nominal(instance, in: wafer),
        lines: PCULines(
          wordLine: lines.wordLine,
          cathode: lines.cathode,
          island: lines.island,
          configure: lines.configure,
          bitLine: lines.bitLine
        )
      )
      found.append((pcu, instance))
    }
    let usable = found.map(\.pcu)
    let order = measured.flatMap { Self.matched(usable, $0) } ?? Self.order(usable)
    pcus = order.map { found[$0].pcu }
    self.instances = order.map { found[$0].instance }
    self.unusable = unusable
  }

  /// Returns the placements of an operator as a study takes them.
  ///
  /// - Parameters:
  ///   - placement: The seats.
  ///   - law: The law of variation.
  /// - Returns: One placement a use of the operator.
  /// - Throws: ``OperatorError``.
  func placements(
    _ placement: OperatorPlacement,
    law: VariationLaw
  ) throws(OperatorError) -> [UnitPlacement] {
    var result: [UnitPlacement] = []
    for seats in placement.seats {
      let coupling =
        placement.name.seating == .column
        ? networks.bitLineCoupling(of: seats.map { instances[$0] }, in: layout.extracted) {
          sheets?.value(of: $0)
        } : nil
      let names = seats.map { pcus[$0].name }
      let maps: SiteMaps
      do throws(DeviceError) { maps = try films.maps(of: names) } catch { throw .device(error) }
      result.append(
        try UnitPlacement(
          names: names,
          sites: seats.map { pcus[$0].position },
          nominal: seats.map { pcus[$0].nominal },
          lines: seats.map { pcus[$0].lines },
          bitLineCoupling: coupling ?? [],
          maps: maps,
          measured: measured.map { wafer in names.map(wafer.devices) } ?? [],
          law: law
        )
      )
    }
    return result
  }

  /// The units that share a line with those of an operator's first placement and would let current past them.
  ///
  /// In a column the neighbours are the other columns of the same array, which hold weights of their own.
  func neighbours(of placement: OperatorPlacement) -> [Int] {
    guard placement.name.seating == .independent, let seats = placement.seats.first else {
      return []
    }
    let words = Set(seats.map { pcus[$0].wordNet })
    let bits = Set(seats.map { pcus[$0].bitNet })
    let taken = Set(seats)
    return pcus.indices.filter { index in
      !taken.contains(index)
        && (words.contains(pcus[index].wordNet) || bits.contains(pcus[index].bitNet))
    }
  }

  private static func position(_ site: Site) -> SitePosition {
    let center = site.box.center
    return SitePosition(
      x: Length(Double(center.x), .nanometre),
      y: Length(Double(center.y), .nanometre)
    )
  }

  /// The nominal devices, scaled to the areas that were found.
  private static func nominal(
    _ instance: PCUInstance,
    in wafer: ExtractedWafer
  ) throws(DeviceError) -> DeviceParameters {
    func area(_ device: Int) -> Area { Area(wafer.devices[device].areaMm2, .squareMillimetre) }
    let nominal = DeviceParameters.nominal
    return DeviceParameters(
      diode1: try nominal.diode1.scaled(to: area(instance.diode1)),
      diode2: try nominal.diode2.scaled(to: area(instance.diode2)),
      multistate: try nominal.multistate.scaled(to: area(instance.multistate)),
      binary: try nominal.binary.scaled(to: area(instance.binary))
    )
  }

  /// Sorts by saturation current, so that units of like diodes are seated together.
  ///
  /// That is what "matched" means in a lab that has measured its diodes. `nil` where a unit's diodes weren't measured.
  private static func matched(_ pcus: [PlaceablePCU], _ measured: MeasuredWafer) -> [Int]? {
    let currents = pcus.compactMap { measured.logSaturationCurrent(of: $0.name) }
    guard currents.count == pcus.count else { return nil }
    return pcus.indices.sorted { (currents[$0], $0) < (currents[$1], $1) }
  }

  /// Singles first; then block by block, so that units that follow each other share no line where it can be.
  private static func order(_ pcus: [PlaceablePCU]) -> [Int] {
    var blocks: [String] = []
    var members: [String: [Int]] = [:]
    for (index, pcu) in pcus.enumerated() {
      if members[pcu.block] == nil { blocks.append(pcu.block) }
      members[pcu.block, default: []].append(index)
    }
    func isSingle(_ block: String) -> Bool {
      (members[block] ?? []).allSatisfy { pcus[$0].name == pcus[$0].block }
    }
    var result: [Int] = []
    for block in blocks.filter(isSingle) + blocks.filter({ !isSingle($0) }) {
      let indices = members[block] ?? []
      let columns = indices.map { pcus[$0].column }.max() ?? 1
      func diagonal(_ index: Int) -> Int {
        (pcus[index].column - pcus[index].row + 1_000 * columns) % columns
      }
      result += indices.sorted {
        (diagonal($0), pcus[$0].row) < (diagonal($1), pcus[$1].row)
      }
    }
    return result
  }
}
