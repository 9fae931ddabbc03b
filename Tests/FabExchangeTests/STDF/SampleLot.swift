import FabExchange

/// A lot of two wafers with a few parts and all that the format can say of them.
enum SampleLot {
  static let file = STDFFile(
    lot: STDFLot(
      lot: "L12",
      product: "pcu",
      station: "bench",
      tester: "FS-Pro",
      program: "pcu-iv",
      programVersion: "3",
      operatorName: "ks",
      process: "pcu-mapbi3",
      design: "wafer-4in-101",
      setUp: 1_760_000_000,
      started: 1_760_000_100,
      finished: 1_760_009_999
    ),
    layout: STDFWaferLayout(
      diameter: 100,
      dieHeight: 5,
      dieWidth: 5,
      flat: "D",
      centerX: 4,
      centerY: 4
    ),
    tests: [
      STDFTest(number: 10, name: "M1 conductance", unit: "S", low: 1e-6, high: 1e-3),
      STDFTest(number: 11, name: "D1 reverse current", unit: "A", high: 1e-9),
      STDFTest(number: 12, name: "contact", unit: "Ohm"),
    ],
    hardBins: [
      STDFBin(number: 1, name: "good", isPassed: true),
      STDFBin(number: 2, name: "leaky", isPassed: false),
      STDFBin(number: 9, name: "unused", isPassed: nil),
    ],
    softBins: [STDFBin(number: 101, name: "good", isPassed: true)],
    wafers: [
      STDFWafer(
        id: "W1",
        started: 1_760_000_100,
        finished: 1_760_001_000,
        maskSet: "6ad1",
        parts: [
          STDFPart(
            id: "A1.R1C1",
            x: 0,
            y: 8,
            hardBin: 1,
            softBin: 101,
            isPassed: true,
            results: [
              STDFResult(test: 10, value: 1.5e-4, isPassed: true),
              STDFResult(test: 11, value: -2.5e-10, isPassed: nil),
              STDFResult(test: 12, value: 12.25, isPassed: true),
            ]
          ),
          STDFPart(
            id: "A1.R1C2",
            x: -1,
            y: 8,
            hardBin: 2,
            isPassed: false,
            results: [STDFResult(test: 10, value: nil, isPassed: false)]
          ),
        ]
      ),
      STDFWafer(
        id: "W2",
        parts: [STDFPart(id: "S01", x: nil, y: nil, hardBin: 5, isPassed: nil)]
      ),
    ]
  )
}
