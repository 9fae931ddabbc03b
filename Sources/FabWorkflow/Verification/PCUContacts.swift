import FabExtraction
import FabLayout

/// The contacts of one PCU by line.
struct PCUContacts: Hashable {
  /// The name of the site.
  let name: String
  /// The contact of the word line.
  let wordLine: String
  /// The contact of the bit line.
  let bitLine: String
  /// The contact of configure line 1.
  let configure1: String
  /// The contact of configure line 2.
  let configure2: String

  /// Reads the contacts off the nets of a PCU; `nil` where one has none.
  init?(_ pcu: PCUInstance, in wafer: ExtractedWafer) {
    func contact(_ net: Int) -> String? {
      wafer.nets[net].contacts.first.map { wafer.contacts[$0].name }
    }
    guard let word = contact(pcu.wordNet), let bit = contact(pcu.bitNet),
      let first = contact(pcu.islandNet), let second = contact(pcu.cathodeNet)
    else { return nil }
    name = wafer.sites[pcu.site].name
    wordLine = word
    bitLine = bit
    configure1 = first
    configure2 = second
  }

  /// The contact of a line by its short name: `WL`, `BL`, `CL1` or `CL2`.
  func contact(_ line: String) -> String {
    switch line {
    case "WL": wordLine
    case "BL": bitLine
    case "CL1": configure1
    default: configure2
    }
  }
}
