import FabLayout

/// The names of the nodes of a netlist.
///
/// With line resistances every terminal is a node of its own; without them every net is one.
struct NodeNames {
  private let contacts: [String]
  private let nets: [String]?

  init(_ wafer: ExtractedWafer, hasLines: Bool) {
    var used: Set<String> = []
    contacts = wafer.contacts.enumerated()
      .map { index, contact in
        let plain = Self.plain(contact.name)
        // SPICE doesn't tell upper from lower case.
        let isNew = !plain.isEmpty && used.insert(plain.lowercased()).inserted
        return isNew ? plain : "contact\(index)_"
      }
    let names = contacts
    nets =
      hasLines
      ? nil
      : wafer.nets.enumerated()
        .map { $1.contacts.first.map { names[$0] } ?? "net\($0)_" }
  }

  /// Returns a name with `_` for everything but ASCII letters and digits.
  static func plain(_ name: String) -> String {
    String(
      name.unicodeScalars.map { scalar in
        let isPlain =
          scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
        return isPlain ? Character(scalar) : "_"
      }
    )
  }

  /// Returns the node of a contact that lies on a net.
  func contact(_ index: Int, onNet net: Int) -> String { nets?[net] ?? contacts[index] }

  /// Returns the node of a terminal on a net; a device's bottom and top are different ones.
  func node(_ terminal: LineTerminal, onNet net: Int, isTop: Bool, isShort: Bool = false) -> String
  {
    if let nets { return nets[net] }
    return switch terminal {
    case .contact(let index): contacts[index]
    case .joint(let index): "joint\(index)_"
    case .device(let index): "device\(index)_\(isTop ? "top" : "bottom")"
    case .parasitic(let index):
      isShort ? "short\(index)_" : "parasitic\(index)_\(isTop ? "top" : "bottom")"
    }
  }
}
