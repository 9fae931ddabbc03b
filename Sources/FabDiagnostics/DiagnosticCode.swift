/// The kinds of messages: stable identifiers, each documented in `Documentation/Diagnostics.md`.
public enum DiagnosticCode: String, CaseIterable, Sendable {
  // Text files.
  case notUTF8 = "not-utf8"
  case fileTooLarge = "file-too-large"
  case yamlSyntax = "yaml-syntax"
  case duplicateKey = "duplicate-key"
  case tooManyNodes = "too-many-nodes"
  case unknownKey = "unknown-key"
  case missingKey = "missing-key"
  case wrongKind = "wrong-kind"
  case unknownFormat = "unknown-format"

  // Quantities and names.
  case missingUnit = "missing-unit"
  case unknownUnit = "unknown-unit"
  case wrongDimension = "wrong-dimension"
  case notANumber = "not-a-number"
  case notFinite = "not-finite"
  case outOfRange = "out-of-range"
  case unknownChoice = "unknown-choice"
  case invalidName = "invalid-name"
  case duplicateName = "duplicate-name"

  // Recipes.
  case unknownMaterial = "unknown-material"
  case unknownFilm = "unknown-film"
  case unknownLevel = "unknown-level"
  case unknownComponent = "unknown-component"
  case repeatedFilm = "repeated-film"
  case stackWithoutConductors = "stack-without-conductors"
  case contradictoryStacks = "contradictory-stacks"
  case levelConflict = "level-conflict"
  case unusedFilm = "unused-film"
  case unusedLevel = "unused-level"
  case stepOrder = "step-order"
  case hotterThanFilmBears = "hotter-than-film-bears"
  case solventAttacksFilm = "solvent-attacks-film"
  case vacuumBreak = "vacuum-break"
  case rateOutsideSource = "rate-outside-source"
  case uselessJustification = "useless-justification"

  // Floor plans and cells.
  case offGrid = "off-grid"
  case coordinateOverflow = "coordinate-overflow"
  case unknownWafer = "unknown-wafer"
  case missingRole = "missing-role"
  case blocksOverlap = "blocks-overlap"
  case outsideUsableArea = "outside-usable-area"
  case nothingFits = "nothing-fits"
  case noFloorPlan = "no-floor-plan"

  // Layout files.
  case truncatedFile = "truncated-file"
  case corruptFile = "corrupt-file"
  case referenceCycle = "reference-cycle"
  case unknownReference = "unknown-reference"
  case unsupportedContent = "unsupported-content"
  case refusedXML = "refused-xml"
  case exportMismatch = "export-mismatch"

  // Files and folders.
  case notReadable = "not-readable"
  case notWritable = "not-writable"
  case foreignOutput = "foreign-output"
  case ruleViolation = "rule-violation"
  case ruleNotRun = "rule-not-run"

  // Extraction.
  case parasiticDevice = "parasitic-device"
  case schematicMismatch = "schematic-mismatch"

  // Circuits.
  case circuitValue = "circuit-value"
  case circuitStructure = "circuit-structure"
  case circuitFloating = "circuit-floating"
  case circuitSingular = "circuit-singular"
  case circuitNotConverged = "circuit-not-converged"

  // Measurements and simulation.
  case malformedRow = "malformed-row"
  case assumedColumns = "assumed-columns"
  case unknownColumn = "unknown-column"
  case noMeasurement = "no-measurement"
  case fitFailed = "fit-failed"
  case poorFit = "poor-fit"
  case targetNotReached = "target-not-reached"
  case readDisturbance = "read-disturbance"

  // Operators.
  case unknownOperator = "unknown-operator"
  case operatorNotStudied = "operator-not-studied"
  case operatorNotPlaced = "operator-not-placed"
  case operatorBeyondLimit = "operator-beyond-limit"

  // Data sets of the learning tasks.
  case emptyDataset = "empty-dataset"
  case missingImage = "missing-image"
  case countMismatch = "count-mismatch"
  case answerMismatch = "answer-mismatch"

  // The store.
  case noDatabase = "no-database"
  case foreignDatabase = "foreign-database"
  case olderDatabase = "older-database"
  case newerDatabase = "newer-database"
  case databaseBusy = "database-busy"
  case damagedDatabase = "damaged-database"
  case databaseFailure = "database-failure"
  case unknownEntry = "unknown-entry"
  case conflictingEntry = "conflicting-entry"
  case wrongState = "wrong-state"
  case auditBroken = "audit-broken"
  case unclearTime = "unclear-time"
  case outOfControl = "out-of-control"

  // Networks.
  case shapeMismatch = "shape-mismatch"
}
