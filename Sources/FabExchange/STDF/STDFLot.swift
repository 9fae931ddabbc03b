/// What a file says of the lot and of how it was tested.
public struct STDFLot: Hashable, Sendable {
  /// The lot.
  public var lot: String
  /// The product.
  public var product: String
  /// The tester or station.
  public var station: String
  /// The kind of tester.
  public var tester: String
  /// The test program.
  public var program: String
  /// The version of the test program.
  public var programVersion: String
  /// Who tested.
  public var operatorName: String
  /// The process or recipe.
  public var process: String
  /// The design's version: that of the masks.
  public var design: String
  /// When the test was set up, in seconds since 1970-01-01 UTC; 0 where it isn't known.
  public var setUp: UInt32
  /// When the first part was tested, in seconds since 1970-01-01 UTC; 0 where it isn't known.
  public var started: UInt32
  /// When the last part was tested, in seconds since 1970-01-01 UTC; 0 where it isn't known.
  public var finished: UInt32

  /// Creates a description of a lot.
  public init(
    lot: String,
    product: String,
    station: String = "",
    tester: String = "",
    program: String = "",
    programVersion: String = "",
    operatorName: String = "",
    process: String = "",
    design: String = "",
    setUp: UInt32 = 0,
    started: UInt32 = 0,
    finished: UInt32 = 0
  ) {
    self.lot = lot
    self.product = product
    self.station = station
    self.tester = tester
    self.program = program
    self.programVersion = programVersion
    self.operatorName = operatorName
    self.process = process
    self.design = design
    self.setUp = setUp
    self.started = started
    self.finished = finished
  }
}
