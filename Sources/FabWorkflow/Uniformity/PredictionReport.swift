/// The predicted thickness of a film over a wafer, for people and programs.
struct PredictionReport: Encodable {
  /// A PCU.
  struct Site: Encodable {
    let name: String
    let xMm: Double
    let yMm: Double
    let predictedNm: Double
    let measuredNm: Double?
    var differenceNm: Double? { measuredNm.map { $0 - predictedNm } }

    private enum CodingKeys: String, CodingKey {
      case name, xMm, yMm, predictedNm, measuredNm, differenceNm
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(name, forKey: .name)
      try container.encode(xMm, forKey: .xMm)
      try container.encode(yMm, forKey: .yMm)
      try container.encode(predictedNm, forKey: .predictedNm)
      try container.encodeIfPresent(measuredNm, forKey: .measuredNm)
      try container.encodeIfPresent(differenceNm, forKey: .differenceNm)
    }
  }

  /// Measured minus predicted.
  struct Difference: Encodable {
    let wafer: String
    let isGenerated: Bool
    let n: Int
    let meanNm: Double
    let standardDeviationNm: Double?
    let smallestNm: Double
    let largestNm: Double
    /// Measured over predicted mean: by what a tooling factor is to be multiplied.
    let ratio: Double
    /// The standard deviation of the difference once the means agree.
    let shapeDeviationNm: Double?
  }

  let recipe: String
  let film: String
  let material: String
  let throwMm: Double
  let offsetMm: Double
  let exponent: Double
  let isRotating: Bool
  let wafer: String
  let usableRadiusMm: Double
  let meanNm: Double
  let smallestNm: Double
  let largestNm: Double
  let halfRangePercent: Double
  let emittedMassMg: Double?
  let bestOffsetMm: Double
  let bestHalfRangePercent: Double
  /// How much thicker the film is once converted; 1 for films that aren't.
  let conversionRatio: Double
  let sites: [Site]
  let difference: Difference?

  var text: String {
    func number(_ value: Double, _ digits: Int = 4) -> String {
      EngineeringText.plain(value, digits: digits)
    }
    var text =
      "\(film) (\(material)) of \(recipe): \(number(meanNm)) nm on average over a radius of "
      + "\(number(usableRadiusMm)) mm of a \(wafer) wafer\n"
      + "source at \(number(throwMm)) mm, \(number(offsetMm)) mm off the axis, exponent "
      + "\(number(exponent)), wafer \(isRotating ? "turning" : "at rest")\n"
      + "\(number(smallestNm)) to \(number(largestNm)) nm, ± \(number(halfRangePercent, 3)) % "
      + "(100 (max - min)/(2 mean))\n"
    if let emittedMassMg {
      text += "the source emits \(number(emittedMassMg)) mg into the half space\n"
    }
    text +=
      "best offset with the wafer turning: \(number(bestOffsetMm, 3)) mm, ± "
      + "\(number(bestHalfRangePercent, 2)) %\n"
    if conversionRatio != 1 {
      text += "converted, the film is \(number(conversionRatio)) times as thick\n"
    }
    if let difference {
      text +=
        "measured minus predicted on wafer \(difference.wafer)"
        + "\(difference.isGenerated ? " (generated values)" : ""), \(difference.n) places: mean "
        + "\(number(difference.meanNm, 3)) nm"
        + (difference.standardDeviationNm.map { ", standard deviation \(number($0, 3)) nm" } ?? "")
        + ", \(number(difference.smallestNm, 3)) to \(number(difference.largestNm, 3)) nm\n"
        + "measured over predicted: \(number(difference.ratio))"
        + (difference.shapeDeviationNm.map {
          "; with equal means the shapes differ by \(number($0, 3)) nm (standard deviation)"
        } ?? "") + "\n"
    }
    return text
  }

  var csv: String {
    func cell(_ value: Double?) -> String { value.map { "\($0)" } ?? "" }
    return "site,xMm,yMm,predictedNm,measuredNm,differenceNm\n"
      + sites.map {
        "\($0.name),\($0.xMm),\($0.yMm),\($0.predictedNm),\(cell($0.measuredNm)),"
          + "\(cell($0.differenceNm))\n"
      }
      .joined()
  }
}
