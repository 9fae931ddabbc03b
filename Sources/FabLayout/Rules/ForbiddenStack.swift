import FabRecipe

/// Conductors overlap only as one of the recipe's components.
struct ForbiddenStack: DesignRule {
  let id = "forbidden-stack"
  let title = "Two conductors overlap only with the films of a component between them"
  let source = """
    any other stack between two conductors is a parasitic device, and none at all is a \
    short; perovskite alone between FTO and gold is itself a switching memristor
    """

  func check(_ context: RuleContext) -> RuleVerdict {
    guard context.flow.levels.count(where: \.isConductor) > 1 else {
      return .notRun(reason: "the recipe has fewer than two conductors")
    }
    let known = context.flow.components.map { component in
      component.films.map(\.text).joined(separator: "/")
    }
    return RuleVerdict(
      context.overlaps.filter { $0.component == nil }
        .map { overlap in
          let stack = ([overlap.bottom] + overlap.between + [overlap.top]).map(\.text)
            .joined(separator: "/")
          let advice =
            overlap.between.isEmpty
            ? "nothing lies between \(overlap.bottom) and \(overlap.top): a short; draw an insulator or "
              + "move one of them"
            : "no component of the recipe has this stack: a parasitic device; complete the films or "
              + "move one conductor"
          return Finding(
            level: overlap.top,
            box: overlap.box,
            measured: stack,
            limit: "one of " + known.joined(separator: ", "),
            text: advice
          )
        }
    )
  }
}
