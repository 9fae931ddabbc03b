/// The content of an STDF V4 file: a lot, its wafers with parts and results, its tests and bins.
public struct STDFFile: Hashable, Sendable {
  /// The lot.
  public var lot: STDFLot
  /// Wafers and dies; `nil` where it isn't said.
  public var layout: STDFWaferLayout?
  /// The tests, in the order of their first results.
  public var tests: [STDFTest]
  /// The hardware bins.
  public var hardBins: [STDFBin]
  /// The software bins.
  public var softBins: [STDFBin]
  /// The wafers.
  public var wafers: [STDFWafer]

  /// Creates a content.
  public init(
    lot: STDFLot,
    layout: STDFWaferLayout? = nil,
    tests: [STDFTest] = [],
    hardBins: [STDFBin] = [],
    softBins: [STDFBin] = [],
    wafers: [STDFWafer]
  ) {
    self.lot = lot
    self.layout = layout
    self.tests = tests
    self.hardBins = hardBins
    self.softBins = softBins
    self.wafers = wafers
  }
}
