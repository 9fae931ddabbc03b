public import FabDiagnostics
public import FabRecipe

/// Which components and levels of a flow play which part in a PCU.
///
/// The parts come from the kinds of the components, never from their names, so that any recipe with a
/// diode, a multistate and a binary memristor on one bottom conductor can make PCUs.
public struct PCURoles: Sendable {
  /// The level of the word lines and N2 islands.
  public let bottomConductor: LevelName
  /// The level of the common cathode, the bit lines and the pads.
  public let topConductor: LevelName
  /// The level of M2's top electrode.
  public let binaryConductor: LevelName
  /// D1 and D2.
  public let diode: Component
  /// M1.
  public let multistate: Component
  /// M2.
  public let binary: Component
  /// The crossing of bit and word lines; `nil` where the recipe has none.
  public let crossing: Component?

  /// Finds the parts in a flow.
  ///
  /// - Throws: A ``DiagnosticError`` with the code `missing-role` that says what the recipe lacks.
  public init(_ flow: ProcessFlow, recipeName: String) throws(DiagnosticError) {
    func only(_ kind: ComponentKind) throws(DiagnosticError) -> Component {
      let found = flow.components(of: kind)
      if let component = found.first, found.count == 1 { return component }
      let names = found.map { "'\($0.name)'" }.joined(separator: ", ")
      throw DiagnosticError(
        Diagnostic(
          .missingRole,
          at: .file(recipeName),
          "a PCU needs exactly one component of the kind \(kind.rawValue); the recipe has "
            + (found.isEmpty ? "none" : names),
          fixes: [
            "declare it under 'components', or use 'devices' instead of PCUs in the floor plan"
          ]
        )
      )
    }
    func end(_ component: Component, _ film: FilmName?) throws(DiagnosticError) -> LevelName {
      guard let film, let level = flow.level(of: film) else {
        throw DiagnosticError(
          Diagnostic(
            .missingRole,
            at: .file(recipeName),
            "the conductor of component '\(component.name)' has no mask level"
          )
        )
      }
      return level.name
    }
    diode = try only(.diode)
    multistate = try only(.multistateMemristor)
    binary = try only(.binaryMemristor)
    crossing = flow.components(of: .insulatedCrossing).first
    bottomConductor = try end(diode, diode.films.first)
    topConductor = try end(diode, diode.films.last)
    binaryConductor = try end(binary, binary.films.last)
    for (component, film, expected) in [
      (multistate, multistate.films.first, bottomConductor),
      (binary, binary.films.first, bottomConductor),
      (multistate, multistate.films.last, topConductor),
    ] {
      let found = try end(component, film)
      guard found == expected else {
        throw DiagnosticError(
          Diagnostic(
            .missingRole,
            at: .file(recipeName),
            "in a PCU the diode and the memristors share conductors: component '\(component.name)' "
              + "has \(found) where the diode has \(expected)"
          )
        )
      }
    }
  }
}
