public import FabLayout

/// A device that nobody meant to make.
public struct Parasitic: Hashable, Sendable {
  /// What it is.
  public let kind: ParasiticKind
  /// Where it is, between which nets.
  public let device: ExtractedDevice

  /// Whether the conductors touch, so that they are one net.
  public var isShort: Bool { device.overlap.between.isEmpty }

  /// Returns the place, what was found, what was expected and what to do.
  ///
  /// - Parameter known: The stacks of the recipe's components, for instance `FTO/INS/AU`.
  /// - Returns: The finding, on the upper conductor's level.
  public func finding(known: [String]) -> Finding {
    let (bottom, top) = (device.overlap.bottom, device.overlap.top)
    let text =
      switch kind {
      case .short:
        "nothing lies between \(bottom) and \(top): a short; draw the films of a component between them "
          + "or move one of them"
      case .uninsulatedCrossing:
        "\(top) crosses \(bottom) without an insulator; draw the insulator over the whole crossing"
      case .unknownStack:
        "no component of the recipe has this stack: a parasitic device; complete the films or move one "
          + "conductor"
      }
    return Finding(
      level: top,
      box: device.box,
      measured: device.stack,
      limit: "one of " + known.joined(separator: ", "),
      text: text
    )
  }
}
