import Dispatch
import FabDiagnostics

extension SiteTableParser {
  /// Tables from this size on are read in two halves at once: 1 MB [ours].
  static let divisibleSize = 1_000_000

  /// Reads a large table in two halves, side by side.
  ///
  /// Only a table without any defect is read so: messages hang on what stands before them, and are left to the reading
  /// from the beginning.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - start: Where the first row begins.
  ///   - line: The number of that row's line.
  /// - Returns: Whether the table is read; if not, nothing has changed.
  mutating func readHalves(
    _ bytes: UnsafeBufferPointer<UInt8>,
    from start: Int,
    line: Int
  ) -> Bool {
    guard bytes.count - start >= Self.divisibleSize,
      let middle = try? Self.lineEnd(bytes, from: (start + bytes.count) / 2, line, name)
    else { return false }
    let cut = Self.after(bytes, middle)
    nonisolated(unsafe) var halves = [self, self]
    nonisolated(unsafe) let rows = [UnsafeBufferPointer(rebasing: bytes[..<cut]), bytes]
    let starts = [start, cut]
    halves.withUnsafeMutableBufferPointer { buffer in
      nonisolated(unsafe) let parsers = buffer
      DispatchQueue.concurrentPerform(iterations: 2) { half in
        do throws(DiagnosticError) {
          try parsers[half].readRows(rows[half], from: starts[half], line: line)
        } catch {
          parsers[half].defect = error
        }
      }
    }
    guard halves.allSatisfy({ $0.defect == nil && $0.table.refused.isEmpty }) else { return false }
    var first = halves.removeFirst()
    let second = halves.removeFirst()
    guard first.append(second, lines: first.nextLine - line) else { return false }
    self = first
    return true
  }

  /// Adds what another parser read from the rows that follow.
  ///
  /// - Returns: Whether the units of both agree.
  private mutating func append(_ other: SiteTableParser, lines: Int) -> Bool {
    let unitIndices = other.units.names.map { units.index(of: $0) }
    let characteristicIndices = other.characteristics.names.map { characteristics.index(of: $0) }
    for (index, unit) in other.unitOf.enumerated() where unit != Self.unknownUnit {
      let known = Int(characteristicIndices[index])
      let mapped = unit < 0 ? unit : unitIndices[Int(unit)]
      while unitOf.count <= known { unitOf.append(Self.unknownUnit) }
      guard unitOf[known] == Self.unknownUnit || unitOf[known] == mapped else { return false }
      unitOf[known] = mapped
    }
    let part = other.table
    table.values += part.values
    table.flags += part.flags
    table.uncertainties += part.uncertainties
    table.x += part.x
    table.y += part.y
    table.lines += part.lines.map { $0 &+ Int32(truncatingIfNeeded: lines) }
    func add(_ indices: [Int32], _ names: [Int32], to column: inout [Int32]) {
      column += indices.map { $0 < 0 ? $0 : names[Int($0)] }
    }
    add(part.waferIndices, other.wafers.names.map { wafers.index(of: $0) }, to: &table.waferIndices)
    add(part.siteIndices, other.sites.names.map { sites.index(of: $0) }, to: &table.siteIndices)
    add(
      part.componentIndices,
      other.components.names.map { components.index(of: $0) },
      to: &table.componentIndices
    )
    add(part.timeIndices, other.times.names.map { times.index(of: $0) }, to: &table.timeIndices)
    if header.isWide {
      table.characteristicIndices += part.characteristicIndices
    } else {
      add(part.characteristicIndices, characteristicIndices, to: &table.characteristicIndices)
    }
    return true
  }
}
