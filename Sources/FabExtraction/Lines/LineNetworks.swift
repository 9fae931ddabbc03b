import FabGeometry
import FabLayout

/// The line resistances of a whole layout: one network for each conductor piece with two terminals or more.
public struct LineNetworks: Hashable, Sendable {
  /// The edge of the square patch below a probe that is at one potential, in nanometres.
  ///
  /// > Source: our own assumption: a probe tip or bonded ball touches about 0.2 mm.
  public static let probeSize = 200_000

  /// The networks, in the order of their pieces.
  public let networks: [LineNetwork]

  /// Solves all pieces; pieces of equal shape and terminals are solved once.
  ///
  /// - Parameter wafer: The extracted layout.
  public init(of wafer: ExtractedWafer) {
    let jobs = Self.jobs(of: wafer)
    var order: [LineShape: Int] = [:]
    var distinct: [LineShape] = []
    for job in jobs where order[job.shape] == nil {
      order[job.shape] = distinct.count
      distinct.append(job.shape)
    }
    let solved = ParallelMap.map(distinct) { $0.conductances() }
    networks = jobs.map { job in
      LineNetwork(
        shape: job.index,
        level: wafer.shapes[job.index].level,
        terminals: job.terminals,
        conductances: solved[order[job.shape] ?? 0]
      )
    }
  }

  private struct Job {
    let index: Int
    let shape: LineShape
    let terminals: [LineTerminal]
  }

  private static func jobs(of wafer: ExtractedWafer) -> [Job] {
    var terminals: [[(LineTerminal, Polygon)]] = wafer.shapes.map { _ in [] }
    let probed = wafer.contacts.enumerated()
      .map { index, contact in
        wafer.piece(below: contact.position, onNet: wafer.netsOfContacts[index])
      }
    for (index, piece) in probed.enumerated() {
      guard let piece else { continue }
      let half = probeSize / 2
      let spot = wafer.contacts[index].position
      let box = Box(spot, spot).grown(by: half)
      terminals[piece].append((.contact(index), Polygon(box)))
    }
    func add(_ devices: [ExtractedDevice], _ terminal: (Int) -> LineTerminal) {
      for (index, device) in devices.enumerated() {
        terminals[device.bottomShape].append((terminal(index), device.overlap.polygon))
        terminals[device.topShape].append((terminal(index), device.overlap.polygon))
      }
    }
    add(wafer.joints) { .joint($0) }
    add(wafer.devices) { .device($0) }
    add(wafer.parasitics.map(\.device)) { .parasitic($0) }
    return wafer.shapes.indices.filter { terminals[$0].count > 1 }
      .map { index in
        Job(
          index: index,
          shape: LineShape(wafer.shapes[index].polygon, terminals: terminals[index].map(\.1)),
          terminals: terminals[index].map(\.0)
        )
      }
  }
}

extension ExtractedWafer {
  /// The topmost piece of a net below a point.
  fileprivate func piece(below point: Point, onNet net: Int?) -> Int? {
    guard let net else { return nil }
    return nets[net].shapes
      .last { index in
        shapes[index].polygon.boundingBox.touches(Box(point, point))
          && Region([shapes[index].polygon]).contains(point)
      }
  }
}
