import FabGeometry
import FabLayout
import FabUnits

/// The wafer map as CSV: every PCU, device and contact with its name and coordinates.
enum WaferMapTable {
  /// Returns the table; coordinates in mm from the wafer's centre, front side up.
  static func csv(_ wafer: WaferLayout) -> [UInt8] {
    var lines = ["name,kind,block,row,column,x_mm,y_mm,width_mm,height_mm"]
    for (kind, sites) in [("PCU", wafer.pcus), ("device", wafer.devices)] {
      for site in sites {
        let box = site.box
        let middle = (
          x: Double(Int(box.min.x) + Int(box.max.x)) / 2e6,
          y: Double(Int(box.min.y) + Int(box.max.y)) / 2e6
        )
        lines.append(
          [
            site.name, kind, site.block, "\(site.row)", "\(site.column)", text(middle.x),
            text(middle.y), text(Double(box.width) / 1e6), text(Double(box.height) / 1e6),
          ]
          .joined(separator: ",")
        )
      }
    }
    for contact in wafer.contacts {
      let block = contact.name.split(separator: ".").first.map(String.init) ?? ""
      lines.append(
        [
          contact.name, contact.kind.rawValue, block, "", "",
          text(Double(contact.position.x) / 1e6),
          text(Double(contact.position.y) / 1e6), "", "",
        ]
        .joined(separator: ",")
      )
    }
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }

  private static func text(_ value: Double) -> String {
    ExactDecimal(value).map(String.init(describing:)) ?? "\(value)"
  }
}
