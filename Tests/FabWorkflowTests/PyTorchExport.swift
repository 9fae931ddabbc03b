import FabDiagnostics
import FabOperators
import FabUnits
import Foundation
import Testing

@testable import FabWorkflow

/// A small codebook exported for PyTorch, and scripts that run the exported module.
final class PyTorchExport {
  /// The checkout, which the module is taken from.
  static let checkout = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  /// An interpreter that has PyTorch: that of the path, or Debian's.
  static let interpreter: String? = ["python3", "/usr/bin/python3"]
    .first { (try? output(of: "import torch", input: Data(), by: $0)) != nil }

  /// What a script fails with.
  struct ScriptFailure: Error {
    let message: String
  }

  let codebook: Codebook
  let folder: String

  init() throws {
    folder = NSTemporaryDirectory() + "pcu-fab-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let files = SharedFiles(program: Self.checkout + "/program")
    let file = folder + "/small.codebook"
    var request = CodebookBuildRequest(
      out: file,
      recipe: Self.checkout + "/Recipes/pcu-mapbi3.yaml"
    )
    request.conditions.units = 24
    request.conditions.amplifierOffset = Voltage(siValue: 1e-3)
    request.curvePoints = 64
    request.surfacePoints = 8
    _ = try CodebookBuildJob(request: request, files: files).run()
    codebook = try CodebookFile.read(file)
    _ = try CodebookExportJob(
      path: file,
      pytorch: folder + "/exported",
      replaces: false,
      files: files
    )
    .run()
  }

  deinit {
    try? FileManager.default.removeItem(atPath: folder)
  }

  /// Runs a script with `book`, the codebook, and `given`, tensors of double precision; returns what it puts in `out`.
  func run(_ script: String, _ given: [String: [Double]] = [:]) throws -> [String: [Double]] {
    let before = """
      import copy, json, math, sys, torch
      sys.path.insert(0, "\(folder)/exported")
      sys.dont_write_bytecode = True
      import pcu_codebook
      torch.set_num_threads(1)
      book = pcu_codebook.load("\(folder)/exported")
      given = {name: torch.tensor([float(v) for v in values], dtype=torch.float64)
               for name, values in json.load(sys.stdin).items()}
      types = {32: torch.float32, 64: torch.float64}
      out = {}

      """
    let after = """

      def numbers(value):
          return [repr(v) for v in torch.as_tensor(value).detach().double().reshape(-1).tolist()]
      print(json.dumps({name: numbers(value) for name, value in out.items()}))

      """
    let text = try Self.output(
      of: before + script + after,
      input: JSONEncoder().encode(given.mapValues { $0.map { "\($0)" } }),
      by: try #require(Self.interpreter)
    )
    return try JSONDecoder().decode([String: [String]].self, from: text)
      .mapValues { try $0.map { try #require(Double($0)) } }
  }

  /// Compares numbers, relative to the largest finite one that was expected; NaN and infinities must be the same.
  static func expect(
    _ found: [Double]?,
    is expected: [Double],
    within tolerance: Double,
    _ comment: String,
    location: SourceLocation = #_sourceLocation
  ) {
    guard let found, found.count == expected.count else {
      Issue.record(
        "\(comment): \(found?.count ?? 0) numbers, expected \(expected.count)",
        sourceLocation: location
      )
      return
    }
    let scale = expected.filter(\.isFinite).map(abs).max() ?? 0
    let worst = zip(found, expected).enumerated()
      .map { index, pair -> (index: Int, error: Double) in
        let (one, other) = pair
        guard one.isFinite, other.isFinite else {
          return (index, one == other || (one.isNaN && other.isNaN) ? 0 : .infinity)
        }
        return (index, abs(one - other))
      }
      .max { $0.error < $1.error }
    guard let worst, !(worst.error <= tolerance * scale) else { return }
    Issue.record(
      "\(comment): number \(worst.index) is \(found[worst.index]), expected \(expected[worst.index])",
      sourceLocation: location
    )
  }

  private static func output(
    of script: String,
    input: Data,
    by interpreter: String
  ) throws -> Data {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    // The standard input is the script's own.
    let file = NSTemporaryDirectory() + "pcu-fab-" + UUID().uuidString + ".py"
    try Data(script.utf8).write(to: URL(fileURLWithPath: file))
    defer { try? FileManager.default.removeItem(atPath: file) }
    process.arguments = [interpreter, file]
    let (standardInput, standardOutput, standardError) = (Pipe(), Pipe(), Pipe())
    process.standardInput = standardInput
    process.standardOutput = standardOutput
    process.standardError = standardError
    try process.run()
    try standardInput.fileHandleForWriting.write(contentsOf: input)
    try standardInput.fileHandleForWriting.close()
    let output = standardOutput.fileHandleForReading.readDataToEndOfFile()
    let error = standardError.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw ScriptFailure(message: String(decoding: error, as: UTF8.self))
    }
    return output
  }
}
