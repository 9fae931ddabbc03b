import FabDiagnostics
import FabGeometry

/// Something that a floor plan places: what it is called, what it shows and where.
struct Block {
  /// What a block is, for counting.
  enum Kind {
    case array
    case single
    case device
    case mark
  }

  /// What it is.
  let kind: Kind
  /// The name, for instance `A5`.
  let name: String
  /// Its content.
  let content: BlockCell
  /// The offset of the content's origin.
  let offset: Point
  /// Where the floor plan asks for it.
  let source: Place?

  /// The frame in wafer coordinates.
  var box: Box { content.box.moved(by: offset) }

  /// The sites with full names in wafer coordinates.
  var sites: [Site] {
    content.sites.map { site in
      Site(
        name: site.name.isEmpty ? name : "\(name).\(site.name)",
        block: name,
        row: site.row,
        column: site.column,
        box: site.box.moved(by: offset)
      )
    }
  }

  /// The contacts with full names in wafer coordinates.
  var contacts: [Contact] {
    content.contacts.map { contact in
      Contact(
        name: "\(name).\(contact.name)",
        kind: contact.kind,
        position: contact.position + offset
      )
    }
  }
}
