import FabNumerics
import FabQuality

/// The yield of PCUs beside the product of their components' yields, for people and programs.
struct JointReport: Encodable {
  /// A component.
  struct Component: Encodable {
    let name: String
    let yieldPercent: Double
  }

  let title: String
  let isGenerated: Bool
  let components: [Component]
  let good: Int
  let tested: Int
  let skipped: Int
  let yieldPercent: Double
  let lowerPercent: Double?
  let upperPercent: Double?
  let productPercent: Double
  let p: Double
  let permutations: Int

  init(_ joint: JointYield, title: String, isGenerated: Bool) {
    self.title = title
    self.isGenerated = isGenerated
    components = zip(joint.components, joint.shares)
      .map { Component(name: $0.0.rawValue, yieldPercent: 100 * $0.1) }
    good = joint.observed.good
    tested = joint.observed.tested
    skipped = joint.observed.skipped
    yieldPercent = 100 * (joint.observed.share ?? 0)
    let interval = joint.observed.interval()?.range
    lowerPercent = interval.map { 100 * $0.lowerBound }
    upperPercent = interval.map { 100 * $0.upperBound }
    productPercent = 100 * joint.product
    p = joint.pValue
    permutations = joint.permutations
  }

  var text: String {
    func percent(_ value: Double) -> String { LayoutText.decimals(value, 1) + " %" }
    var text = "\(title)\n"
    for component in components {
      text += "\(component.name)  \(percent(component.yieldPercent))\n"
    }
    text += "all good: \(good) of \(tested), \(percent(yieldPercent))"
    if let lowerPercent, let upperPercent {
      text += " (95 % interval \(percent(lowerPercent)) to \(percent(upperPercent)))"
    }
    if skipped > 0 { text += "; \(skipped) not judged" }
    text += "\nproduct of the components: \(percent(productPercent))\n"
    let verdict =
      p >= 0.05
      ? "no sign that components fail together"
      : yieldPercent > productPercent
        ? "components fail together: on the same PCUs" : "components fail on different PCUs"
    return text
      + "are components independent? p = \(EngineeringText.plain(p, digits: 3)), "
      + "\(permutations) permutations: \(verdict)\n"
  }
}
