import Foundation
import Testing

/// Every code of a message has an input that causes it, or a reason why none can.
@Suite struct DiagnosticCoverageTests {
  /// Inputs that a test makes: arguments, or files and folders that can't lie in a repository.
  private static let made = [
    "file-too-large": "BadRecipeTests.aHugeFileIsRefusedUnread",
    "unknown-wafer": "CommandLineTests.valuesThatCannotBeAreRefused",
    "no-floor-plan": "CommandLineTests.valuesThatCannotBeAreRefused",
    "nothing-fits": "CommandLineTests.valuesThatCannotBeAreRefused",
    "not-readable": "OutputPlaceTests.aMissingFileIsNamed",
    "not-writable": "OutputPlaceTests.anOutputPathThatIsAFileIsRefused",
    "foreign-output": "OutputPlaceTests.whatOthersPutThereIsKept",
    "parasitic-device": "ExtractCommandTests.aParasiticDeviceIsNamedWithItsStack",
    "schematic-mismatch": "ExtractCommandTests.aLostMemristorIsNamedWithItsPlace",
    "malformed-row": "SimulateIVTests.whatIsLeftOutIsSaidWithItsLine",
    "assumed-columns": "SimulateIVTests.aFileWithoutHeaderIsReadWithARemark",
    "unknown-column": "SimulateIVTests.filesThatCannotBeFittedAreRefused",
    "no-measurement": "SimulateIVTests.filesThatCannotBeFittedAreRefused",
    "fit-failed": "SimulateIVTests.filesThatCannotBeFittedAreRefused",
    "poor-fit": "SimulateIVTests.aCurveThatIsNoDiodeIsAFinding",
    "target-not-reached": "SimulateProgramTests.tooFewPulsesAreAFinding",
    "read-disturbance": "SimulateProgramTests.readingsThatWriteAreWarnedOf",
    "unknown-operator": "SimulateOperatorsTests.whatCannotBeStudiedIsRefused",
    "operator-not-studied": "SimulateOperatorsTests.operatorsThatDoNotWorkAreNamed",
    "operator-beyond-limit": "SimulateOperatorsTests.heatDrivesOperatorsBeyondTheirLimits",
    "operator-not-placed": "VerifyDefectTests.aWaferWithoutPCUsPlacesNothing",
    "no-database": "DatabaseCommandTests.aMissingDatabaseIsNamed",
    "foreign-database": "DatabaseCommandTests.anotherFileIsLeftAsItIs",
    "newer-database": "DatabaseCommandTests.aNewerDatabaseIsRefused",
    "damaged-database": "DatabaseCommandTests.aDamagedDatabaseIsASentence",
    "database-failure": "DatabaseCommandTests.aFullDiskChangesNothing",
    "unknown-entry": "RunTests.stepsThatDoNotExistAreRefused",
    "conflicting-entry": "TrackingTests.theSameAgainIsNoChange",
    "wrong-state": "TrackingTests.holdsStopAndReleasesLetGo",
    "audit-broken": "DatabaseCommandTests.tamperingIsFound",
    "unclear-time": "DatabaseCommandTests.timesThatMeanNoMomentAreRefused",
    "out-of-control": "ControlChartTests.aBadRunIsCaughtAndAcknowledged",
    "shape-mismatch": "TransformerCommandTests.layersThatDoNotFitAreNamed",
  ]

  private static let circuits = "no command reads a circuit yet; FabCircuitTests cause them"

  private static let datasets = "no command reads a data set yet; FabTasksTests cause them"

  /// Codes that no input causes.
  private static let unreachable = [
    "older-database": "no older version is released yet; FabStoreTests open one",
    "database-busy": "takes two processes and a wait; FabStoreTests do it",
    "export-mismatch": "a writer and the reader of its format disagree: a defect of the tool",
    "answer-mismatch": datasets,
    "count-mismatch": datasets,
    "empty-dataset": datasets,
    "missing-image": datasets,
    "circuit-value": circuits,
    "circuit-structure": circuits,
    "circuit-floating": circuits,
    "circuit-singular": circuits,
    "circuit-not-converged": circuits,
  ]

  @Test func everyCodeHasAnInput() throws {
    let work = try WorkFolder()
    let list = try work.tool("diagnostics").output
    let codes = Set(list.split(separator: "\n").compactMap { $0.split(separator: ":").first })
      .map(String.init)
    #expect(codes.count > 40)
    let covered = Set(BadRecipeTests.codes).union(Fixture.codes(in: Fixture.folder))
      .union(Self.made.keys).union(Self.unreachable.keys)
    #expect(Set(codes).subtracting(covered).sorted() == [])
    #expect(covered.subtracting(codes).sorted() == [])
  }
}
