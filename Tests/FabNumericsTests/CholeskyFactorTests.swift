import FabNumerics
import Testing

@Suite struct CholeskyFactorTests {
  /// The 3 x 3 textbook factor with integer elements: L = [[2,0,0],[6,1,0],[-8,5,3]].
  private let matrix = SquareMatrix(size: 3) { row, column in
    [[4, 12, -16], [12, 37, -43], [-16, -43, 98]][row][column]
  }

  @Test func factorsATextbookMatrix() throws {
    let factor = try CholeskyFactor(matrix)
    #expect(factor.multiplied(by: [1, 0, 0]) == [2, 6, -8])
    #expect(factor.multiplied(by: [0, 1, 0]) == [0, 1, 5])
    #expect(factor.multiplied(by: [0, 0, 1]) == [0, 0, 3])
  }

  @Test func solvesAndInverts() throws {
    let factor = try CholeskyFactor(matrix)
    let x = factor.solution(for: [-20, -43, 192])
    for (value, expected) in zip(x, [1.0, 2, 3]) { #expect(abs(value - expected) < 1e-10) }
    let inverse = factor.inverse
    for row in 0..<3 {
      for column in 0..<3 {
        let product = (0..<3).reduce(0.0) { $0 + matrix[row, $1] * inverse[$1, column] }
        #expect(abs(product - (row == column ? 1 : 0)) < 1e-10)
      }
    }
  }

  @Test func refusesWhatHasNoFactor() {
    #expect(throws: LinearAlgebraError.notPositiveDefinite(row: 1, pivot: -3)) {
      try CholeskyFactor(SquareMatrix(size: 2) { $0 == $1 ? 1 : 2 })
    }
    #expect(throws: LinearAlgebraError.notFinite(row: 0, column: 0)) {
      try CholeskyFactor(SquareMatrix(size: 1) { _, _ in .nan })
    }
  }

  @Test func emptyMatrixIsFine() throws {
    #expect(try CholeskyFactor(SquareMatrix(size: 0)).solution(for: []).isEmpty)
  }
}
