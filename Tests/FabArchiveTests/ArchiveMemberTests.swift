import FabArchive
import Testing

@Suite struct ArchiveMemberTests {
  @Test func membersAreEqualByNameAndContent() {
    #expect(ArchiveMember(name: "a", bytes: [1]) != ArchiveMember(name: "a", bytes: [2]))
  }
}
