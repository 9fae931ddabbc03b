import FabExtraction
import FabGeometry
import FabLayout
import FabRecipe
import FabUnits
import Foundation
import Testing

@Suite struct NetlistTests {
  private struct Shipped: Sendable {
    let wafer: ExtractedWafer
    let lines: LineNetworks
    let sheets: SheetResistances
    let netlist: Netlist
  }

  private static let shipped = Result { () throws -> Shipped in
    let layout = try WaferFixture.wafer()
    let wafer = ExtractedWafer(
      regions: try WaferFixture.regions(layout),
      flow: layout.flow,
      sites: layout.pcus,
      contacts: layout.contacts
    )
    let lines = LineNetworks(of: wafer)
    let sheets = try SheetResistances(try WaferFixture.recipe())
    let netlist = Netlist(of: wafer, lines: lines, title: "wafer-4in-101") { sheets.value(of: $0) }
    return Shipped(wafer: wafer, lines: lines, sheets: sheets, netlist: netlist)
  }

  static let ngspice: String? = [
    "/usr/bin/ngspice", "/usr/local/bin/ngspice", "/opt/homebrew/bin/ngspice",
  ]
  .first { FileManager.default.isExecutableFile(atPath: $0) }

  @Test func aWaferIs101InstancesOfOnePCU() throws {
    let netlist = try Self.shipped.get().netlist
    #expect(netlist.subcircuits.map(\.name) == ["PCU"])
    #expect(netlist.subcircuits.first?.ports == ["WL", "BL", "CL1", "CL2"])
    let instances = netlist.elements.count { if case .instance = $0 { true } else { false } }
    #expect(instances == 101)
  }

  @Test func withoutLinesAPCUIsItsFourDevices() throws {
    let wafer = try Self.shipped.get().wafer
    let netlist = Netlist(of: wafer, title: "ideal")
    #expect(netlist.elements.count == 101)
    #expect(
      netlist.subcircuits.first?.elements == [
        .diode(name: "D1", anode: "WL", cathode: "CL2", areaMm2: 0.64),
        .diode(name: "D2", anode: "CL1", cathode: "CL2", areaMm2: 0.64),
        .memristor(
          name: "M1",
          kind: .multistateMemristor,
          bottom: "CL1",
          top: "BL",
          areaMm2: 0.35
        ),
        .memristor(name: "M2", kind: .binaryMemristor, bottom: "CL1", top: "CL2", areaMm2: 0.12),
      ]
    )
    #expect(
      netlist.elements.contains(
        .instance(
          name: "A5_R2C3",
          nodes: ["A5_WL2", "A5_BL3", "A5_R2C3_CL1", "A5_R2C3_CL2"],
          subcircuit: "PCU"
        )
      )
    )
  }

  @Test func equalNetlistsGiveEqualText() throws {
    let shipped = try Self.shipped.get()
    let again = Netlist(of: shipped.wafer, lines: shipped.lines, title: "wafer-4in-101") {
      shipped.sheets.value(of: $0)
    }
    #expect(SPICEWriter.text(of: again) == SPICEWriter.text(of: shipped.netlist))
    #expect(SPICEWriter.text(of: again).hasPrefix("* wafer-4in-101\n.model DPVK D("))
  }

  @Test func aBrokenPCUStandsAloneBesideTheOthers() throws {
    let shipped = try Self.shipped.get()
    let layout = try WaferFixture.wafer()
    let corner = try #require(layout.pcus.first { $0.name == "S01" }).box.min
    let wafer = ExtractedWafer(
      regions: try WaferFixture.regions(layout)
        .removing(WaferFixture.box(2_900, 900, 4_100, 2_000), from: "HTL", at: corner),
      flow: layout.flow,
      sites: layout.pcus,
      contacts: layout.contacts
    )
    let netlist = Netlist(of: wafer, lines: LineNetworks(of: wafer), title: "broken") {
      shipped.sheets.value(of: $0)
    }
    let parasitics = netlist.elements.filter {
      if case .resistor(let name, _, _, _) = $0 { name.hasPrefix("parasitic") } else { false }
    }
    #expect(parasitics.count == 1)
    #expect(netlist.elements.count { if case .instance = $0 { true } else { false } } == 100)
  }

  /// One volt from word line to bit line of a single PCU, against the diode equation with all resistances in series.
  @Test(.enabled(if: ngspice != nil, "ngspice isn't installed"))
  func runsInNgspiceAsWritten() throws {
    let shipped = try Self.shipped.get()
    var parameters = SPICEParameters()
    parameters.voltages = ["S01_WL": 1, "S01_BL": 0]
    let text = SPICEWriter.text(of: shipped.netlist, parameters: parameters)
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("pcu-fab-\(UUID().uuidString).cir")
    try text.write(to: file, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try #require(Self.ngspice))
    process.arguments = ["-b", file.path]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let printed = String(
      decoding: output.fileHandleForReading.readDataToEndOfFile(),
      as: UTF8.self
    )
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(printed.suffix(600))")
    #expect(!printed.contains("singular"))
    let line = try #require(
      printed.split(separator: "\n").first { $0.hasPrefix("\tvs01_wl#branch") }
    )
    let branch = try #require(
      line.split(whereSeparator: \.isWhitespace).last.flatMap { Double($0) }
    )
    let resistance = try seriesResistance(shipped) + 64 / 0.64 + 800 + 300
    let current = solve(resistance: resistance)
    #expect(abs(-branch / current - 1) < 1e-3)
  }

  /// The line resistances that the current of a single PCU meets one after the other.
  private func seriesResistance(_ shipped: Shipped) throws -> Double {
    let (wafer, lines) = (shipped.wafer, shipped.lines)
    func contact(_ name: String) throws -> Int {
      try #require(wafer.contacts.firstIndex { $0.name == name })
    }
    let (word, bit) = try (contact("S01.WL"), contact("S01.BL"))
    let wordNet = try #require(wafer.netsOfContacts[word])
    let bitNet = try #require(wafer.netsOfContacts[bit])
    let d1 = try #require(wafer.devices.firstIndex { $0.bottomNet == wordNet })
    let m1 = try #require(wafer.devices.firstIndex { $0.topNet == bitNet })
    let cathode = wafer.devices[d1].topNet
    let m2 = try #require(
      wafer.devices.firstIndex {
        $0.topNet == cathode && $0.component?.kind == .binaryMemristor
      }
    )
    let island = wafer.devices[m2].bottomNet
    let paths: [(LineTerminal, LineTerminal, Int)] = [
      (.contact(word), .device(d1), wordNet), (.device(d1), .device(m2), cathode),
      (.device(m2), .device(m1), island), (.device(m1), .contact(bit), bitNet),
    ]
    return try paths.reduce(0) { sum, path in
      let ohms = lines.ohms(from: path.0, to: path.1, onNet: path.2, of: wafer) {
        shipped.sheets.value(of: $0)
      }
      return sum + (try #require(ohms))
    }
  }

  /// The current of a diode of 1 nA and ideality 2 at 27 °C behind a resistance at one volt, by bisection.
  private func solve(resistance: Double) -> Double {
    let thermal = 2 * 1.380649e-23 * 300.15 / 1.602176634e-19
    var (low, high) = (0.0, 1 / resistance)
    for _ in 0..<100 {
      let middle = (low + high) / 2
      if thermal * log(1 + middle / 1e-9) + middle * resistance > 1 {
        high = middle
      } else {
        low = middle
      }
    }
    return low
  }
}
