import Testing

@testable import FabWorkflow

@Suite struct OutputPathTests {
  @Test(arguments: [
    ("X", "X", ".", "X", ".X.new"), ("masks/", "masks", ".", "masks", ".masks.new"),
    ("./a", "./a", ".", "a", "./.a.new"), ("a/b//", "a/b", "a", "b", "a/.b.new"),
    ("a//b", "a//b", "a", "b", "a/.b.new"), ("/a", "/a", "/", "a", "/.a.new"),
    ("//a", "//a", "/", "a", "/.a.new"), ("/a/b", "/a/b", "/a", "b", "/a/.b.new"),
    ("../a", "../a", "..", "a", "../.a.new"),
  ])
  func takesPathsApart(text: String, path: String, parent: String, name: String, beside: String) {
    let parts = OutputPath(text)
    #expect(parts.path == path)
    #expect(parts.parent == parent)
    #expect(parts.name == name)
    #expect(parts.beside("new") == beside)
  }

  @Test(arguments: ["", ".", "..", "/", "//", "a/.", "a/..", "./"])
  func knowsPathsWithoutName(text: String) {
    #expect(OutputPath(text).name == nil)
  }
}
