import FabDiagnostics
import FabLayout
import FabRecipe

/// Sorts the structures of a file so that each stands after those that it refers to.
enum GDSIIHierarchy {
  /// Returns the cells, otherwise in the order of the file.
  ///
  /// The walk keeps its own stack, so that a long chain of references can't exhaust that of the thread.
  static func sorted(_ structures: [GDSIIStructure]) throws(DiagnosticError) -> [Cell] {
    var indices: [CellName: Int] = [:]
    for (index, structure) in structures.enumerated() {
      let name = structure.cell.name
      if let earlier = indices.updateValue(index, forKey: name) {
        throw DiagnosticError(
          Diagnostic(
            .duplicateName,
            at: structure.place,
            "there is a second structure '\(name)'",
            notes: [.init(at: structures[earlier].place, "the first is here")],
            fixes: ["rename one of them before the export"]
          )
        )
      }
    }
    var children: [[Int]] = []
    for structure in structures {
      children.append(try Self.children(of: structure, indices: indices))
    }
    enum State {
      case new
      case open
      case done
    }
    var states = structures.map { _ in State.new }
    var result: [Cell] = []
    for root in structures.indices where states[root] == .new {
      var path: [(index: Int, next: Int)] = [(root, 0)]
      states[root] = .open
      while let (index, next) = path.last {
        guard next < children[index].count else {
          states[index] = .done
          result.append(structures[index].cell)
          path.removeLast()
          continue
        }
        path[path.count - 1].next += 1
        let child = children[index][next]
        switch states[child] {
        case .new:
          states[child] = .open
          path.append((child, 0))
        case .open:
          throw cycle(through: child, path: path.map(\.index), structures)
        case .done:
          continue
        }
      }
    }
    return result
  }

  private static func children(
    of structure: GDSIIStructure,
    indices: [CellName: Int]
  ) throws(DiagnosticError) -> [Int] {
    var result: [Int] = []
    for (reference, place) in zip(structure.cell.references, structure.referencePlaces) {
      guard let index = indices[reference.cell] else {
        throw DiagnosticError(
          Diagnostic(
            .unknownReference,
            at: place,
            "structure '\(structure.cell.name)' refers to '\(reference.cell)', which isn't in the file"
              + NearMiss.question(
                for: reference.cell.text,
                among: indices.keys.map(\.text).sorted()
              ),
            fixes: ["export the file together with its libraries"]
          )
        )
      }
      result.append(index)
    }
    return result
  }

  private static func cycle(
    through child: Int,
    path: [Int],
    _ structures: [GDSIIStructure]
  ) -> DiagnosticError {
    let start = path.firstIndex(of: child) ?? 0
    let names = (path[start...] + [child]).map { "'\(structures[$0].cell.name)'" }
    let shown =
      names.count <= 12
      ? names : Array(names.prefix(6)) + ["\(names.count - 11) more"] + Array(names.suffix(5))
    return DiagnosticError(
      Diagnostic(
        .referenceCycle,
        at: structures[child].place,
        "structures refer to one another in a cycle: " + shown.joined(separator: " -> "),
        fixes: ["remove one of these references"]
      )
    )
  }
}
