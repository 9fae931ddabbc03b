import FabDiagnostics
import Foundation

/// What a drawing or a block consists of.
enum DXFEntity {
  case curve(DXFCurve)
  case insertion(DXFInsertion)

  /// Returns the entities of a section or a block; others are counted.
  static func entities(
    of records: ArraySlice<DXFRecord>,
    leftOut: inout DXFLeftOut
  ) throws(DiagnosticError) -> [DXFEntity] {
    var result: [DXFEntity] = []
    var index = records.startIndex
    while index < records.endIndex {
      let record = records[index]
      index += 1
      // POLYLINE and INSERT with attributes go on up to SEQEND.
      var parts: ArraySlice<DXFRecord> = []
      if record.kind == "POLYLINE" || (record.kind == "INSERT" && record.text(66) == "1") {
        guard let end = records[index...].firstIndex(where: { $0.kind == "SEQEND" }) else {
          throw record.source.corrupt(line: record.line, "this \(record.kind) has no SEQEND")
        }
        parts = records[index..<end]
        index = end + 1
      }
      if record.text(67) == "1" {
        leftOut.note("entities of the paper space were left out", line: record.line)
        continue
      }
      guard try isFlat(record) else {
        leftOut.note("entities outside the drawing plane were left out", line: record.line)
        continue
      }
      if let entity = try entity(record, parts: parts, leftOut: &leftOut) { result.append(entity) }
    }
    return result
  }

  private static func entity(
    _ record: DXFRecord,
    parts: ArraySlice<DXFRecord>,
    leftOut: inout DXFLeftOut
  ) throws(DiagnosticError) -> DXFEntity? {
    let layer = record.text(8) ?? "0"
    var corners: [DXFCurve.Corner]
    var isClosed = false
    switch record.kind {
    case "LWPOLYLINE":
      corners = try lightCorners(record)
      isClosed = try (record.integer(70) ?? 0) & 1 == 1
    case "POLYLINE":
      let flags = try record.integer(70) ?? 0
      guard flags & 0x50 == 0 else {
        leftOut.note("meshes were left out", line: record.line)
        return nil
      }
      corners = try vertexCorners(parts)
      isClosed = flags & 1 == 1
    case "LINE":
      corners = [
        .init(x: try record.required(10), y: try record.required(20), bulge: 0),
        .init(x: try record.required(11), y: try record.required(21), bulge: 0),
      ]
    case "CIRCLE", "ARC":
      isClosed = record.kind == "CIRCLE"
      corners = try roundCorners(record)
    case "INSERT":
      for part in parts { leftOut.note("\(part.kind) entities were left out", line: part.line) }
      return .insertion(try DXFInsertion(record, layer: layer))
    default:
      leftOut.note("\(record.kind) entities were left out", line: record.line)
      return nil
    }
    guard corners.count >= 2 else {
      leftOut.note(
        "\(record.kind) entities of fewer than two points were left out",
        line: record.line
      )
      return nil
    }
    let curve = DXFCurve(layer: layer, line: record.line, corners: corners, isClosed: isClosed)
    // LINE has its points in the drawing's own coordinates, whatever its extrusion.
    let height = try record.number(230) ?? 1
    let isMirrored = record.kind != "LINE" && height < 0
    let placed = isMirrored ? DXFPlacement.mirroredAtY.apply(curve) : curve
    return placed.map { .curve($0) }
  }

  /// Whether the extrusion is along the z axis, up or down.
  private static func isFlat(_ record: DXFRecord) throws(DiagnosticError) -> Bool {
    let (x, y) = (try record.number(210) ?? 0, try record.number(220) ?? 0)
    return abs(x) < 1e-9 && abs(y) < 1e-9
  }

  private static func lightCorners(
    _ record: DXFRecord
  ) throws(DiagnosticError) -> [DXFCurve.Corner] {
    var corners: [DXFCurve.Corner] = []
    for group in record.groups {
      switch group.code {
      case 10: corners.append(.init(x: try record.number(of: group), y: 0, bulge: 0))
      case 20 where !corners.isEmpty: corners[corners.count - 1].y = try record.number(of: group)
      case 42 where !corners.isEmpty:
        corners[corners.count - 1].bulge = try record.number(of: group)
      default: continue
      }
    }
    return corners
  }

  private static func vertexCorners(
    _ parts: ArraySlice<DXFRecord>
  ) throws(DiagnosticError) -> [DXFCurve.Corner] {
    var corners: [DXFCurve.Corner] = []
    for part in parts where part.kind == "VERTEX" {
      // 16 marks a control point of a spline that other vertices follow.
      guard try (part.integer(70) ?? 0) & 16 == 0 else { continue }
      corners.append(
        .init(
          x: try part.required(10),
          y: try part.required(20),
          bulge: try part.number(42) ?? 0
        )
      )
    }
    return corners
  }

  /// Returns a circle as two semicircles, an arc as one or two edges.
  private static func roundCorners(
    _ record: DXFRecord
  ) throws(DiagnosticError) -> [DXFCurve.Corner] {
    let (x, y) = (try record.required(10), try record.required(20))
    let radius = try record.required(40)
    guard radius > 0 else {
      throw record.source.corrupt(line: record.line, "\(record.kind) has the radius \(radius)")
    }
    if record.kind == "CIRCLE" {
      return [.init(x: x + radius, y: y, bulge: 1), .init(x: x - radius, y: y, bulge: 1)]
    }
    let start = try record.required(50)
    var sweep = (try record.required(51) - start).truncatingRemainder(dividingBy: 360)
    if sweep <= 0 { sweep += 360 }
    let count = sweep > 180 ? 2 : 1
    return (0...count)
      .map { index in
        let angle = (start + sweep * Double(index) / Double(count)) * .pi / 180
        return .init(
          x: x + radius * cos(angle),
          y: y + radius * sin(angle),
          bulge: index < count ? tan(sweep / Double(count) * .pi / 720) : 0
        )
      }
  }
}
