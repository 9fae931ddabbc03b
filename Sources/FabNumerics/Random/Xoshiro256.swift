/// The xoshiro256** generator: 256 bits of state, period 2^256 - 1.
///
/// A stream is chosen by a seed and a key such as `[site, device, quantity]`, so that a draw depends on
/// what it is for and never on the order or the thread in which it is made.
///
/// > Source: D. Blackman, S. Vigna, *Scrambled linear pseudorandom number generators*, ACM Trans. Math.
/// > Softw. 47(4), 36 (2021), doi 10.1145/3460772.
public struct Xoshiro256: RandomNumberGenerator, Hashable, Sendable {
  private var state: (UInt64, UInt64, UInt64, UInt64)

  /// Creates the generator of a seed, and of a key below that seed.
  ///
  /// - Parameters:
  ///   - seed: The seed of the whole run.
  ///   - key: What the draws are for; every key gives a stream of its own.
  public init(seed: UInt64, key: [UInt64] = []) {
    var root = SplitMix64(seed: seed)
    for part in key {
      root = SplitMix64(seed: SplitMix64.mixed(root.next() ^ SplitMix64.mixed(part &+ 1)))
    }
    state = (root.next(), root.next(), root.next(), root.next())
  }

  /// Creates the generator of a state, for comparison with the published program.
  ///
  /// - Precondition: Not all four words are zero.
  public init(state: (UInt64, UInt64, UInt64, UInt64)) {
    precondition(state != (0, 0, 0, 0), "xoshiro256** never leaves the state of all zeros")
    self.state = state
  }

  /// Returns the next 64 random bits.
  public mutating func next() -> UInt64 {
    let product = state.1 &* 5
    let result = ((product << 7) | (product >> 57)) &* 9
    let shifted = state.1 << 17
    state.2 ^= state.0
    state.3 ^= state.1
    state.1 ^= state.2
    state.0 ^= state.3
    state.2 ^= shifted
    state.3 = (state.3 << 45) | (state.3 >> 19)
    return result
  }

  /// Compares the states.
  public static func == (left: Xoshiro256, right: Xoshiro256) -> Bool {
    left.state == right.state
  }

  /// Hashes the state.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(state.0)
    hasher.combine(state.1)
    hasher.combine(state.2)
    hasher.combine(state.3)
  }
}
