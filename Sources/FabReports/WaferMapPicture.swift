import FabDiagnostics
import FabGeometry
public import FabLayout
import FabXML

/// The wafer as a map: every PCU with its name, every contact as a dot.
public struct WaferMapPicture: Sendable {
  /// The wafer layout.
  public let wafer: WaferLayout
  /// What the picture says it was made from.
  public let subtitles: [String]

  /// Creates a picture.
  public init(wafer: WaferLayout, subtitles: [String]) {
    self.wafer = wafer
    self.subtitles = subtitles
  }

  /// The colours of contacts, told apart by all kinds of colour vision (Okabe and Ito).
  private static func color(of kind: ContactKind) -> String {
    switch kind {
    case .wordLine: "#0072b2"
    case .bitLine: "#d55e00"
    case .configure1: "#009e73"
    case .configure2: "#cc79a7"
    case .bottom: "#56b4e9"
    case .top: "#e69f00"
    }
  }

  private static func name(of kind: ContactKind) -> String {
    switch kind {
    case .wordLine: "WL word line"
    case .bitLine: "BL bit line"
    case .configure1: "CL1 configure line 1"
    case .configure2: "CL2 configure line 2"
    case .bottom: "P bottom conductor"
    case .top: "N top conductor"
    }
  }

  /// The picture as SVG.
  public func svg() -> [UInt8] {
    let canvas = WaferCanvas(wafer: wafer.plan.wafer)
    let page = canvas.page(
      title: "\(wafer.plan.name): wafer map, front side",
      subtitles: subtitles
    )
    return page.svg { writer in
      canvas.draw(on: writer) {
        canvas.drawEdges(on: writer)
        drawSites(on: writer)
        for contact in wafer.contacts { draw(contact, on: writer) }
        drawBlockNames(on: writer)
      }
      canvas.drawScale(on: writer)
      drawLegend(canvas, on: writer)
    }
  }

  /// Writes a contact as a dot; viewers show its name and place when the pointer rests on it.
  private func draw(_ contact: Contact, on writer: XMLWriter) {
    let x = Double(contact.position.x) / 1e6
    let y = Double(contact.position.y) / 1e6
    writer.element(
      "circle",
      attributes: [
        ("cx", PictureNumber.text(x)), ("cy", PictureNumber.text(-y)), ("r", "0.32"),
        ("fill", Self.color(of: contact.kind)),
      ]
    ) {
      writer.element("title", text: "\(contact.name) (\(x), \(y)) mm")
    }
  }

  private func drawSites(on writer: XMLWriter) {
    for site in wafer.pcus + wafer.devices {
      let box = site.box.millimetres
      writer.box(
        x: box.x0,
        y: -box.y1,
        width: box.x1 - box.x0,
        height: box.y1 - box.y0,
        fill: "#ffffff",
        stroke: "#888888",
        strokeWidth: 0.08
      )
      // The name within its block; a block of one is named as a whole.
      let short = site.name.split(separator: ".").last.map(String.init) ?? site.name
      // Above the bit line's end, clear of both configure contacts.
      writer.label(
        short,
        x: box.x1 - 0.25,
        y: -(box.y0 + box.y1) / 2 + 0.6,
        size: 1.15,
        anchor: "end",
        color: "#333333"
      )
    }
  }

  /// Writes the name of each array across its middle, light enough to read the rest through it.
  private func drawBlockNames(on writer: XMLWriter) {
    for (name, sites) in Dictionary(grouping: wafer.pcus, by: \.block)
      .sorted(by: { $0.key < $1.key })
    where sites.count > 1 {
      guard let frame = sites.map(\.box).reduce(nil as Box?, { $0?.union($1) ?? $1 }) else {
        continue
      }
      let box = frame.millimetres
      writer.element(
        "text",
        [
          "x": PictureNumber.text((box.x0 + box.x1) / 2),
          "y": PictureNumber.text(-(box.y0 + box.y1) / 2 + 3), "font-size": "9",
          "text-anchor": "middle", "font-weight": "bold", "fill": "#000000", "fill-opacity": "0.13",
        ],
        text: name
      )
    }
  }

  private func drawLegend(_ canvas: WaferCanvas, on writer: XMLWriter) {
    let x = canvas.columnX
    writer.label("contacts", x: x, y: 28, size: 2.8, weight: "bold")
    var y = 33.0
    for kind in ContactKind.allCases {
      let count = wafer.contacts.count { $0.kind == kind }
      guard count > 0 else { continue }
      writer.circle(x: x + 1.5, y: y - 1, radius: 1, fill: Self.color(of: kind))
      writer.label("\(Self.name(of: kind)): \(count)", x: x + 4.5, y: y, size: 2.6)
      y += 5
    }
    y += 3
    for fact in [
      "\(wafer.pcus.count + wafer.devices.count) sites, \(wafer.contacts.count) contacts",
      "rows from the top,", "columns from the left,", "origin at the wafer's centre",
    ] {
      writer.label(fact, x: x, y: y, size: 2.6, color: "#444444")
      y += 4.5
    }
  }
}
