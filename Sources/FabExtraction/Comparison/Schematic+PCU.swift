public import FabLayout
import FabRecipe

extension Schematic {
  /// Returns the schematic of one PCU with the nets `NAME.WL`, `NAME.BL`, `NAME.CL1` and `NAME.CL2`.
  ///
  /// - Parameters:
  ///   - name: The name of the PCU.
  ///   - roles: The components of a PCU.
  ///   - cell: The cell whose dimensions mean the areas; `nil` to leave areas open.
  /// - Returns: The schematic.
  public static func pcu(
    named name: String,
    roles: PCURoles,
    cell: PCUCellParameters? = nil
  ) -> Schematic {
    var builder = SchematicBuilder()
    builder.addPCU(
      site: name,
      wordLine: "\(name).WL",
      bitLine: "\(name).BL",
      roles: roles,
      areas: cell?.deviceAreas(bitLine: .ending)
    )
    return builder.schematic(crossings: 0)
  }

  /// Returns the schematic of a crossbar array with word lines `NAME.WL1` on and bit lines `NAME.BL1` on.
  ///
  /// - Parameters:
  ///   - name: The name of the array.
  ///   - rows: The number of word lines; at least 1.
  ///   - columns: The number of bit lines; at least 1.
  ///   - roles: The components of a PCU.
  ///   - cell: The cell whose dimensions mean the areas; `nil` to leave areas open.
  /// - Returns: The schematic; a bit line crosses every word line but the one at its end.
  public static func array(
    named name: String,
    rows: Int,
    columns: Int,
    roles: PCURoles,
    cell: PCUCellParameters? = nil
  ) -> Schematic {
    var builder = SchematicBuilder()
    let (through, ending) = (
      cell?.deviceAreas(bitLine: .through), cell?.deviceAreas(bitLine: .ending)
    )
    for row in 1...max(1, rows) {
      for column in 1...max(1, columns) {
        builder.addPCU(
          site: "\(name).R\(row)C\(column)",
          wordLine: "\(name).WL\(row)",
          bitLine: "\(name).BL\(column)",
          roles: roles,
          areas: row == 1 ? ending : through
        )
      }
    }
    return builder.schematic(crossings: (max(1, rows) - 1) * max(1, columns))
  }

  /// Returns the schematic of a whole floor plan: arrays, single PCUs and single devices.
  ///
  /// - Parameters:
  ///   - wafer: The floor plan turned into geometry.
  ///   - roles: The components of a PCU; needed only where the wafer has PCUs.
  /// - Returns: The schematic, its nets named as the wafer's contacts, its areas those that the floor plan means.
  public static func wafer(_ wafer: WaferLayout, roles: PCURoles?) -> Schematic {
    var builder = SchematicBuilder()
    if let roles {
      let cell = wafer.plan.pcu
      let (through, ending) = (
        cell.deviceAreas(bitLine: .through), cell.deviceAreas(bitLine: .ending)
      )
      for site in wafer.pcus {
        let isSingle = site.name == site.block
        builder.addPCU(
          site: site.name,
          wordLine: isSingle ? "\(site.block).WL" : "\(site.block).WL\(site.row)",
          bitLine: isSingle ? "\(site.block).BL" : "\(site.block).BL\(site.column)",
          roles: roles,
          areas: site.row == 1 ? ending : through
        )
      }
    }
    var sites = wafer.devices[...]
    for group in wafer.plan.devices {
      for site in sites.prefix(group.spots.count) {
        switch wafer.flow.component(named: group.component)?.kind {
        case .contact, .insulatedCrossing, nil: continue
        case .diode, .multistateMemristor, .binaryMemristor, .device:
          builder.add(
            "X",
            of: group.component,
            site: site.name,
            from: "\(site.name).P",
            to: "\(site.name).N",
            areaMm2: Double(group.width) * Double(group.height) / 1e12
          )
        }
      }
      sites = sites.dropFirst(group.spots.count)
    }
    let single = wafer.plan.devices.filter {
      wafer.flow.component(named: $0.component)?.kind == .insulatedCrossing
    }
    return builder.schematic(
      crossings: wafer.crossingCount + single.reduce(0) { $0 + $1.spots.count }
    )
  }
}
