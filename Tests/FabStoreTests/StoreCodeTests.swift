import FabStore
import Testing

@Suite struct StoreCodeTests {
  @Test(arguments: ["L001", "W-2026.11_3", "a", "0", String(repeating: "x", count: 64)])
  func codesAreTaken(_ text: String) { #expect(StoreCode(text)?.text == text) }

  @Test(arguments: [
    "", " ", ".", "..", "a..b", "../etc", "a/b", "a\\b", "a\0b", "-x", "_x", "L 1", "Löt",
    "a\u{202E}b",
    String(repeating: "x", count: 65), String(repeating: "x", count: 300),
  ])
  func othersAreRefused(_ text: String) { #expect(StoreCode(text) == nil) }
}
