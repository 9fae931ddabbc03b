import FabNumerics
import FabTensor
import Foundation

// Times a training step of one Transformer encoder layer, for comparison with PyTorch (Benchmarks/tensor-peer).
//
// tensor-bench encoder THREADS SECONDS
//   Batch 64, 32 tokens, 128 channels, 4 heads, 512 hidden channels: forward, backward, AdamW. Prints the best and the
//   mean steps/s of rounds of ten steps, the loss after the first and the last step, and the tape's memory in bytes.
// tensor-bench normals COUNT
//   Prints normal deviates/s of one thread and their sum.
// tensor-bench execution THREADS SECONDS
//   The network for scenes, batch 64, forward: passes/s ideal, with mean units of a codebook, on a die with noise; bytes.
// tensor-bench layer-execution THREADS SECONDS
//   The same for the encoder layer above.
// tensor-bench noisy-linear THREADS SECONDS [FILE]
//   A linear layer 256 x 1024, batch 4096, weights and readings that err anew each pass: passes/s and bytes; FILE gets a row
//   of inputs, the weights, and the errors of that row in 100 passes, as floats.

func seconds() -> Double { BenchClock.now }

let arguments = CommandLine.arguments
if arguments.count == 4, arguments[1] == "encoder", let threads = Int(arguments[2]),
  let duration = Double(arguments[3])
{
  let parameters = ParameterSet<Float>()
  var random = Xoshiro256(seed: 1)
  let layer = EncoderLayer(
    "layer",
    EncoderExtents(channels: 128, heads: 4, hidden: 512),
    in: parameters,
    random: &random
  )
  let noise = CounterNormals(seed: 1)
  var input = Tensor<Float>([64, 32, 128])
  input.values.withUnsafeMutableBufferPointer { noise.fill($0, from: 0) }
  let target = Tensor(input.shape) { input.values[input.shape.count - 1 - $0] }
  let workers = Workers(threads)
  let tape = Tape(parameters: parameters, workers: workers)
  var optimizer = AdamW<Float>(.init(schedule: LearningRateSchedule(peak: 1e-3), clippingNorm: 1))
  var firstLoss: Float?
  var loss: Float = 0
  func step() throws {
    tape.reset()
    parameters.zeroGradients()
    let y = try layer(tape.input(input), on: tape)
    let error = tape.add(y.output, tape.scale(tape.input(target), by: -1))
    let result = tape.mean(tape.multiply(error, error))
    tape.backward(from: result)
    try optimizer.step(parameters, workers: workers)
    loss = tape.scalar(result)
    firstLoss = firstLoss ?? loss
  }
  for _ in 0..<5 { try step() }
  var best = Double.infinity
  var rounds = 0
  let start = seconds()
  while seconds() - start < duration || rounds < 3 {
    let before = seconds()
    for _ in 0..<10 { try step() }
    best = min(best, seconds() - before)
    rounds += 1
  }
  let mean = Double(10 * rounds) / (seconds() - start)
  print(10 / best, mean, firstLoss ?? 0, loss, tape.memoryBytes)
} else if arguments.count == 3, arguments[1] == "normals", let count = Int(arguments[2]) {
  let noise = CounterNormals(seed: 1)
  var numbers = Array(repeating: Float(0), count: 1 << 16)
  var sum = 0.0
  let start = seconds()
  for part in 0..<((count + numbers.count - 1) / numbers.count) {
    numbers.withUnsafeMutableBufferPointer { noise.fill($0, from: UInt64(part * $0.count)) }
    sum += Double(numbers[part % numbers.count])
  }
  print(Double(count) / (seconds() - start), sum)
} else if arguments.count == 4, arguments[1] == "execution", let threads = Int(arguments[2]),
  let duration = Double(arguments[3])
{
  try Hardware.execution(threads: threads, seconds: duration)
} else if arguments.count == 4, arguments[1] == "layer-execution",
  let threads = Int(arguments[2]), let duration = Double(arguments[3])
{
  try Hardware.layerExecution(threads: threads, seconds: duration)
} else if (4...5).contains(arguments.count), arguments[1] == "noisy-linear",
  let threads = Int(arguments[2]), let duration = Double(arguments[3])
{
  try Hardware.noisyLinear(
    threads: threads,
    seconds: duration,
    samples: arguments.count == 5 ? arguments[4] : nil
  )
} else {
  FileHandle.standardError.write(
    Data(
      "usage: tensor-bench encoder|execution|layer-execution|noisy-linear THREADS SECONDS\n".utf8
    )
  )
  exit(64)
}
