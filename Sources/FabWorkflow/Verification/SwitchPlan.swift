import FabDevices
import FabOperators

/// Which contacts close on which instrument lines, step by step, to configure and use an operator.
///
/// The bench without amplifiers: each unit is a two-terminal branch that a source-measure unit drives and reads in turn, and
/// the sums of voltages are made by the controller.
struct SwitchPlan {
  /// The steps.
  let steps: [SwitchStep]
  /// The contacts that the operator needs, in the order of their columns.
  let contacts: [String]

  private let matrix: SwitchMatrix

  /// Plans an operator on its units.
  ///
  /// - Parameters:
  ///   - name: The operator.
  ///   - sites: The units of one placement: the names of their contacts by line.
  ///   - neighbours: Units that share a line with one of these and must not conduct.
  ///   - matrix: The switch matrix.
  init(
    _ name: OperatorName,
    sites: [PCUContacts],
    neighbours: [PCUContacts],
    matrix: SwitchMatrix
  ) {
    self.matrix = matrix
    var columns: [String] = []
    func column(_ contact: String) -> Int {
      if let known = columns.firstIndex(of: contact) { return known }
      columns.append(contact)
      return columns.count - 1
    }
    var steps: [SwitchStep] = []
    func add(_ purpose: String, _ drive: String, _ lines: [(SwitchLine, String)]) {
      steps.append(
        SwitchStep(
          operation: name.rawValue,
          number: steps.count + 1,
          purpose: purpose,
          drive: drive,
          closures: lines.map { line, contact in
            SwitchStep.Closure(
              channel: matrix.channel(row: line.rawValue, column: column(contact)),
              line: line.name,
              contact: contact
            )
          }
        )
      )
    }
    guard let programming = try? WriteVerify() else {
      preconditionFailure("the published programming parameters are valid")
    }
    let configured =
      Array(zip(sites, name.modes)) + neighbours.map { ($0, PCUMode.off) }
    for (site, mode) in configured {
      let setting = ModeSetting(mode, devices: .nominal, programming: programming)
      for drive in setting.drives {
        let compliance =
          drive.compliance.map { ", at most \(EngineeringText.text($0, "A"))" } ?? ""
        let sign = drive.compliance == nil ? "±" : ""
        add(
          "\(site.name): \(drive.purpose)",
          "\(sign)\(EngineeringText.text(drive.volts, "V"))\(compliance)",
          [(.sourceA, site.contact(drive.positive)), (.low, site.contact(drive.negative))]
        )
      }
    }
    if name.seating == .column {
      // All inputs at once, the sum on the common low; each input a source of its own.
      let sources: [SwitchLine] = [.sourceA, .sourceB, .sourceC]
      let input = name == .vmm || name == .add ? "CL1" : "WL"
      let lines = zip(sources, sites).map { ($0, $1.contact(input)) }
      let outputs = Set(sites.map(\.bitLine)).sorted().map { (SwitchLine.low, $0) }
      add("compute: inputs at \(input), sum at the bit line", "inputs", lines + outputs)
    } else {
      for (site, mode) in zip(sites, name.modes) {
        let input = mode == .synapse ? "CL1" : "WL"
        add(
          "compute: \(site.name) from \(input) to BL",
          "operand, or sum of voltages",
          [(.sourceA, site.contact(input)), (.low, site.bitLine)]
        )
      }
    }
    self.steps = steps
    contacts = columns
  }

  /// Whether the matrix has a column for every contact.
  var fits: Bool { contacts.count <= matrix.contactLimit }
}
