import FabTransformer

/// The energy of a network for people.
struct TransformerEnergyText: CustomStringConvertible {
  let study: EnergyStudy

  var description: String {
    "\(study.network.title)\n\(study.network.name) \(study.hash.prefix(12)), energies '\(study.model.parameters.name)'\n\n"
      + summary + "\n" + terms + "\n" + remarks
  }

  private func milli(_ joules: Double) -> String { EngineeringText.plain(1e3 * joules, digits: 4) }

  private var summary: String {
    var table = TextTable([
      ("platform", .left), ("energy/mJ", .right), ("paper/mJ", .right), ("over the PCU", .right),
    ])
    let pcu = study.model.pcu.joules
    table.rows = study.platforms.map { platform in
      [
        platform.name, milli(platform.joules),
        study.isPaperConfiguration ? platform.paperJoules.map(milli) ?? "-" : "-",
        pcu > 0 ? EngineeringText.plain(platform.joules / pcu, digits: 3) : "-",
      ]
    }
    return table.text
  }

  private var terms: String {
    var table = TextTable([
      ("platform", .left), ("part", .left), ("count", .right), ("each/pJ", .right),
      ("energy/mJ", .right), ("share/%", .right),
    ])
    for platform in study.platforms {
      for term in platform.terms {
        table.rows.append(
          row(platform, term)
            + [
              platform.joules > 0
                ? LayoutText.decimals(100 * term.joules / platform.joules, 1) : "-"
            ]
        )
      }
      for term in platform.besides { table.rows.append(row(platform, term) + ["beside"]) }
    }
    return table.text
  }

  private func row(_ platform: EnergyPlatform, _ term: EnergyTerm) -> [String] {
    [
      platform.name, term.name, "\(term.count)",
      EngineeringText.plain(1e12 * term.joulesEach, digits: 4), milli(term.joules),
    ]
  }

  private var remarks: String {
    var lines: [String] = []
    let programming = study.programming
    lines.append(
      "Writing the weights once is separate: \(programming.memristors) memristors, "
        + "\(EngineeringText.text(programming.joules, "J")), "
        + "\(EngineeringText.text(programming.secondsInTurn, "s")) one after the other."
    )
    if study.isPaperConfiguration {
      if let budget = study.model.dynamicProductBudget {
        lines.append(
          budget > 0
            ? "Condition: all of the paper's 0.09 mJ holds only if a dynamic product takes at most "
              + "\(EngineeringText.plain(1e12 * budget, digits: 3)) pJ, its amplifiers' power times settling included."
            : "Condition: with these energies the paper's 0.09 mJ can't be, whatever a dynamic product takes."
        )
      }
      lines.append(
        "The paper's Note S4 with its configuration isn't available: ours is inferred, and agreement is no reproduction."
      )
    } else {
      lines.append(
        "The paper states energies of one block only: 'pcu-fab transformer energy mdetr-encoder-block' has them beside ours."
      )
    }
    lines.append(
      "'PCU' supposes scaled cells that settle in "
        + "\(EngineeringText.text(study.model.parameters[.macSettling], "s")) to "
        + "\(EngineeringText.text(study.model.parameters[.operatorSettling], "s")). Cells of a millimetre settle in about "
        + "\(EngineeringText.text(MappingChoices.millimetreCellSettling, "s")): it is a projection. 'PCU, simulated cells' has the "
        + "currents and voltages of the simulated operators and settles in \(EngineeringText.text(study.settlingSeconds, "s"))."
    )
    return lines.map { $0 + "\n" }.joined()
  }
}
