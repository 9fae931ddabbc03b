import FabReports
import FabTransformer

/// The picture of what the energy on PCUs hangs on.
struct TransformerEnergyPicture {
  let study: EnergyStudy

  func svg() -> [UInt8] {
    let parameters = study.model.parameters
    return TornadoPicture(
      title: "What the energy on PCUs hangs on",
      subtitles: [
        study.network.title,
        "\(study.network.name) \(study.hash.prefix(12)), energies '\(parameters.name)', each parameter halved and doubled",
      ],
      axis: "energy (mJ)",
      value: 1e3 * study.sensitivity.joules,
      bars: study.sensitivity.bars.map { bar in
        let value = EngineeringText.text(parameters[bar.parameter], bar.parameter.unit)
        return .init(
          "\(bar.parameter.rawValue) \(value)",
          halved: 1e3 * bar.halved,
          doubled: 1e3 * bar.doubled
        )
      }
    )
    .svg()
  }
}
