import FabQuality

/// Defect densities by model, for people and programs.
struct YieldModelsReport: Encodable {
  /// A model with its fit.
  struct Model: Encodable {
    let name: String
    let alpha: Double?
    /// The ends of alpha's interval where it was fitted; absent where there is none.
    let alphaLower: Double?
    let alphaUpper: Double?
    let densityPerCm2: Double
    let lowerPerCm2: Double
    let upperPerCm2: Double
    /// What the model says of nine such PCUs together.
    let ofNinePercent: Double
    private let model: YieldModel
    private let area: Double

    private enum CodingKeys: String, CodingKey {
      case name, alpha, alphaLower, alphaUpper, densityPerCm2, lowerPerCm2, upperPerCm2,
        ofNinePercent
    }

    /// Creates the fit of a model to units of an area in cm².
    init(_ fit: DefectDensityFit, alpha interval: ClosedRange<Double>?, area: Double) {
      model = fit.model
      self.area = area
      if case .negativeBinomial(let alpha) = fit.model {
        self.alpha = alpha
        alphaLower = interval.map(\.lowerBound)
        alphaUpper = interval.map(\.upperBound).flatMap { $0.isFinite ? $0 : nil }
        name = "negative binomial, (1 + AD/a)^-a"
      } else {
        (alpha, alphaLower, alphaUpper) = (nil, nil, nil)
        name = fit.model.name
      }
      densityPerCm2 = fit.density
      lowerPerCm2 = fit.interval.lowerBound
      upperPerCm2 = fit.interval.upperBound
      ofNinePercent =
        fit.density.isFinite ? 100 * fit.model.yield(ofDefects: fit.density * area * 9) : 0
    }

    /// The yield of so many areas of one unit.
    func yieldPercent(ofAreas count: Double) -> Double {
      densityPerCm2.isFinite ? 100 * model.yield(ofDefects: densityPerCm2 * area * count) : 0
    }
  }

  let title: String
  let component: String
  let isGenerated: Bool
  let areaKind: String
  let areaMm2: Double
  let good: Int
  let tested: Int
  let isAlphaFitted: Bool
  let models: [Model]
  let observedOfNinePercent: Double?
  let notes: [String]

  var text: String {
    func number(_ value: Double) -> String {
      value.isFinite ? EngineeringText.plain(value, digits: 4) : "no limit"
    }
    func interval(_ model: Model) -> String {
      guard isAlphaFitted else { return " (assumed)" }
      guard let low = model.alphaLower else { return "" }
      return " (\(number(low)) to \(number(model.alphaUpper ?? .infinity)))"
    }
    var table = TextTable([
      ("model", .left), ("alpha", .right), ("D0 per cm2", .right), ("95 % interval", .left),
      ("nine together/%", .right),
    ])
    table.rows = models.map { model in
      [
        model.name, model.alpha.map { number($0) + interval(model) } ?? "",
        number(model.densityPerCm2),
        "\(number(model.lowerPerCm2)) to \(number(model.upperPerCm2))",
        LayoutText.decimals(model.ofNinePercent, 1),
      ]
    }
    return
      "\(component) of \(title): \(good) of \(tested) good, \(areaKind) area \(number(areaMm2)) mm2\n\n"
      + table.text
      + (observedOfNinePercent.map {
        "\narrays of nine with all good: \(LayoutText.decimals($0, 1)) % found\n"
      } ?? "")
      + notes.map { "note: \($0)\n" }.joined()
  }

  var csv: String {
    func text(_ value: Double?) -> String { value.map { "\($0)" } ?? "" }
    return "model,alpha,alphaLower,alphaUpper,densityPerCm2,lowerPerCm2,upperPerCm2,ofNinePercent\n"
      + models.map {
        "\"\($0.name)\",\(text($0.alpha)),\(text($0.alphaLower)),\(text($0.alphaUpper)),"
          + "\($0.densityPerCm2),\($0.lowerPerCm2),"
          + "\($0.upperPerCm2),\($0.ofNinePercent)\n"
      }
      .joined()
  }
}
