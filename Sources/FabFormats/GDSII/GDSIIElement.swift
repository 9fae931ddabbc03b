import FabDiagnostics

/// The records between the head of an element and its ENDEL.
struct GDSIIElement {
  /// The record that begins the element.
  let head: GDSIIRecord
  /// The fields that occur at most once.
  private var fields: [GDSIIRecordKind: GDSIIRecord] = [:]
  /// All coordinates, x and y in turn; several XY records follow one another.
  private(set) var coordinates: [Int32] = []
  /// The properties in order.
  private(set) var properties: [(attribute: UInt16, value: String)] = []

  /// Reads up to ENDEL.
  init(head: GDSIIRecord, cursor: inout GDSIIRecordCursor) throws(DiagnosticError) {
    self.head = head
    let allowed = Self.fields(of: head.kind)
    var attribute: UInt16?
    while true {
      let record = try cursor.next()
      switch record.kind {
      case .endElement:
        return
      case .coordinates:
        guard record.integers.count.isMultiple(of: 2) else {
          throw record.corrupt("XY has \(record.integers.count) numbers; pairs are expected")
        }
        coordinates += record.integers
      case .propertyAttribute:
        attribute = try record.word()
      case .propertyValue:
        guard let number = attribute else {
          throw record.corrupt("PROPVALUE without a PROPATTR before it")
        }
        properties.append((number, record.text))
        attribute = nil
      case let kind where allowed.contains(kind):
        guard fields.updateValue(record, forKey: kind) == nil else {
          throw record.corrupt("\(head.kind.name) has a second \(kind.name)")
        }
      case let kind:
        throw record.corrupt(
          "\(kind.name) inside \(head.kind.name), which began at byte \(head.offset); ENDEL or "
            + allowed.map(\.name).sorted().joined(separator: ", ") + " is expected"
        )
      }
    }
  }

  /// Returns a field that may be missing.
  subscript(kind: GDSIIRecordKind) -> GDSIIRecord? { fields[kind] }

  /// Returns a field that must be there.
  func required(_ kind: GDSIIRecordKind) throws(DiagnosticError) -> GDSIIRecord {
    guard let record = fields[kind] else {
      throw head.corrupt("\(head.kind.name) has no \(kind.name)")
    }
    return record
  }

  /// The fields that an element may have besides coordinates and properties.
  private static func fields(of kind: GDSIIRecordKind) -> Set<GDSIIRecordKind> {
    let common: Set<GDSIIRecordKind> = [.elementFlags, .plex]
    let placed: Set<GDSIIRecordKind> = [
      .referencedName, .transformation, .magnification, .angle,
    ]
    let own: Set<GDSIIRecordKind>
    if kind == .boundary {
      own = [.layer, .datatype]
    } else if kind == .box {
      own = [.layer, .boxType]
    } else if kind == .path {
      own = [.layer, .datatype, .pathType, .width, .beginExtension, .endExtension]
    } else if kind == .text {
      own = [
        .layer, .textType, .presentation, .pathType, .width, .transformation, .magnification,
        .angle,
        .string,
      ]
    } else if kind == .node {
      own = [.layer, .nodeType]
    } else if kind == .arrayReference {
      own = placed.union([.columnsAndRows])
    } else {
      own = placed
    }
    return common.union(own)
  }
}
