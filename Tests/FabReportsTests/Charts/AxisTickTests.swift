import FabReports
import FabXML
import Foundation
import Testing

@Suite struct AxisTickTests {
  /// The numbers below the plot of a chart whose horizontal axis has a range, with their places.
  private func ticks(_ range: ClosedRange<Double>) throws -> [(value: Double, x: Double)] {
    let chart = LineChart(
      title: "t",
      x: ChartAxis("x", range: range),
      y: ChartAxis("y"),
      series: [ChartSeries("", x: [range.lowerBound, range.upperBound], y: [0, 1])]
    )
    let root = try XMLDocument.parse(file: "c.svg", bytes: ChartPanel.line(chart).svg()).root
    return root.children.flatMap(\.children)
      .filter { $0.name == "text" && $0.attribute("text-anchor") == "middle" }
      .compactMap { label in
        let text = label.text.replacing("\u{2212}", with: "-")
        guard let value = Double(text), let x = label.attribute("x").flatMap(Double.init) else {
          return nil
        }
        return (value, x)
      }
  }

  @Test(arguments: [
    0...1.0, -1...1, 0...9.99, 3...17, -0.35...0.35, 99...101, 0.2...2, 1234...5678, 0...0.05,
  ])
  func stepsAreOneTwoOrFive(range: ClosedRange<Double>) throws {
    let ticks = try ticks(range)
    #expect(ticks.count >= 3)
    let step = ticks[1].value - ticks[0].value
    let mantissa = step / pow(10, log10(step * 1.000_001).rounded(.down))
    #expect([1, 2, 5].contains { abs(mantissa - $0) < 1e-6 }, "\(step)")
    // Equal steps are equally long on paper, to the three decimals of a coordinate.
    let length = (ticks[ticks.count - 1].x - ticks[0].x) / Double(ticks.count - 1)
    for (left, right) in zip(ticks, ticks.dropFirst()) {
      #expect(abs(right.value - left.value - step) < 1e-9 * max(1, abs(right.value)))
      #expect(abs(right.x - left.x - length) < 0.002)
    }
    for tick in ticks {
      #expect(range.contains(tick.value))
      #expect(abs(tick.value / step - (tick.value / step).rounded()) < 1e-6)
    }
  }

  @Test func aRangeBetweenTwoTicksDrawsNoneOutside() throws {
    for width in [1e-7, 1e-3, 0.3, 0.9] {
      for tick in try ticks(0.05...0.05 + width) {
        #expect((0.05...0.05 + width).contains(tick.value))
        #expect((0...120).contains(tick.x))
      }
    }
  }
}
