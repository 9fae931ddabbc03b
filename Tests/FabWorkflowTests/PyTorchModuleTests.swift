import FabOperators
import Foundation
import Testing

/// What users of the exported module rely on beside its numbers: units that stay, errors that say why.
@Suite(.enabled(if: PyTorchExport.interpreter != nil, "PyTorch isn't installed"))
struct PyTorchModuleTests {
  private let export: PyTorchExport

  init() throws { export = try PyTorchExport() }

  /// Runs assertions; the last line proves that all of them were reached.
  private func check(_ script: String) throws {
    let head = """
      import io
      from torch import nn
      def refused(kind, words, function):
          try:
              function()
          except kind as error:
              assert all(word in str(error) for word in words), str(error)
          else:
              raise AssertionError(f"not refused: {words}")
      def network():
          torch.manual_seed(0)
          model = nn.Sequential(nn.Linear(4, 6), nn.Softplus(), nn.Linear(6, 3))
          factories = {nn.Softplus: lambda old: book.module("softplus", lanes=6, policy="clamp")}
          assert pcu_codebook.substitute(model, factories) == 1
          assert list(pcu_codebook.operators(model)) == ["1"]
          return model

      """
    let found = try export.run(head + script + "\nout[\"end\"] = 1.0")
    #expect(found == ["end": [1]])
  }

  @Test func inputsOutsideAreRefusedByPlaceAndCount() throws {
    try check(
      """
      outside = pcu_codebook.OutsideDomain
      curve = book.module("softplus", policy="refuse")
      refused(outside, ["softplus: 1 of 3", "number 1: 1000.0"], lambda: curve(torch.tensor([0.0, 1000.0, 1.0])))
      assert curve.inputs == 0 and curve.outside == 0
      divider = book.module("divider", policy="refuse")
      one = torch.tensor([1.0])
      refused(outside, ["divider: 1 of 1", "number 0: 0.0"], lambda: divider(one, torch.tensor([0.0])))
      divider(torch.tensor([0.0]), one)
      multiplier = book.module("multiplier", policy="refuse")
      multiplier(torch.tensor([0.0]), torch.tensor([1e9]))
      refused(outside, ["2 of 4 terms"], lambda: multiplier.product_sum(torch.tensor([[1e9, 1.0]]), torch.ones(2, 2)))
      for name in ("softmax", "softmaxComposed", "softmaxTailCurrent"):
          softmax = book.module(name, policy="refuse")
          refused(outside, ["1 of 3", "number 2"], lambda: softmax(torch.tensor([1.0, 0.0, -9.0])))
      weights = book.module("vmm", policy="refuse")
      refused(outside, ["vmm: 1 of 2"], lambda: weights(torch.tensor([1.0, 1e-7])))
      refused(ValueError, ["keep"], lambda: book.module("gelu", policy="keep"))
      refused(KeyError, ["relu", "gelu"], lambda: book.module("relu"))
      refused(NotImplementedError, ["bypass"], lambda: book.module("softmax", bypass=False))
      refused(ValueError, ["lanes"], lambda: book.module("gelu").draw())
      refused(ValueError, ["3 lanes", "2 units"], lambda: book.module("gelu", lanes=3).choose([1, 2]))
      refused(ValueError, ["2 lanes", "3 terms"], lambda: book.module("softmax", lanes=2)(torch.zeros(3)))
      """
    )
  }

  @Test func damagedTablesAreRefused() throws {
    try check(
      """
      source = pcu_codebook.__file__.replace("pcu_codebook.py", "tables.codebook")
      data = bytearray(open(source, "rb").read())
      data[-40] ^= 1
      target = source + ".flipped"
      open(target, "wb").write(data)
      refused(ValueError, ["hash"], lambda: pcu_codebook.load(target))
      open(target, "wb").write(b"PCUCODEB" + bytes([2, 0, 0, 0, 0, 0, 0, 0]))
      refused(ValueError, ["version 2"], lambda: pcu_codebook.load(target))
      open(target, "wb").write(b"something else")
      refused(ValueError, ["isn't a codebook"], lambda: pcu_codebook.load(target))
      """
    )
  }

  @Test func aDieStaysUntilItIsDrawnAgain() throws {
    try check(
      """
      x = torch.randn(5, 4, generator=torch.Generator().manual_seed(3))
      model = network()
      mean = model(x)
      pcu_codebook.draw(model, torch.Generator().manual_seed(1))
      one = model(x)
      pcu_codebook.draw(model, torch.Generator().manual_seed(2))
      assert not torch.equal(model(x), one) and not torch.equal(one, mean)
      pcu_codebook.draw(model, torch.Generator().manual_seed(1))
      assert torch.equal(model(x), one)
      other = network()
      other.load_state_dict(model.state_dict())
      assert torch.equal(other(x), one) and torch.equal(copy.deepcopy(model)(x), one)
      file = io.BytesIO()
      torch.save(model, file)
      file.seek(0)
      assert torch.equal(torch.load(file, weights_only=False)(x), one)
      model.half()
      assert model[1].scores.dtype == model[1].means.dtype == torch.float64
      assert model[0].weight.dtype == torch.float16
      assert torch.equal(model.float()[1](x[:, :3]), other[1](x[:, :3]))
      with torch.autocast("cpu", dtype=torch.bfloat16):
          assert model(x).dtype == torch.bfloat16
      pcu_codebook.mean(other)
      assert torch.equal(other(x), mean)
      pcu_codebook.die(other, 7)
      again = book.module("softplus", lanes=6)
      again.die(7, purpose=0)
      assert torch.equal(again.scores, other[1].scores)
      model = nn.Sequential(book.module("softmax", lanes=5, rows=(3, 1)), nn.Softplus())
      pcu_codebook.draw(model, torch.Generator().manual_seed(1))
      fresh = nn.Sequential(book.module("softmax", lanes=5, rows=(3, 1)), nn.Softplus())
      fresh.load_state_dict(model.state_dict())
      x = torch.rand(2, 3, 4, 5)
      assert torch.equal(fresh(x), model(x))
      circuits = model[0](x[:1, :1].expand(1, 3, 4, 5))
      assert not torch.equal(circuits[:, 0], circuits[:, 1])
      count = pcu_codebook.outside(model)["0"]
      assert count == (model[0].outside, 2 * 3 * 4 * 5 + 60)
      """
    )
  }

  @Test func trainingFitsADieAndAPopulation() throws {
    try check(
      """
      x = torch.rand(256, 4, generator=torch.Generator().manual_seed(5)) * 2 - 1
      target = torch.stack([x[:, 0] * x[:, 1], x[:, 2] ** 2, x.sum(1)], 1)
      def loss(model):
          return (model(x) - target).square().mean()
      def train(model, redraws, steps):
          optimizer = torch.optim.Adam(model.parameters(), 0.02)
          random = torch.Generator().manual_seed(6)
          for _ in range(steps):
              if redraws:
                  pcu_codebook.draw(model, random)
              optimizer.zero_grad()
              loss(model).backward()
              optimizer.step()
      model = network()
      train(model, True, 300)
      pcu_codebook.draw(model, torch.Generator().manual_seed(7))
      before = float(loss(model))
      train(model, False, 100)
      assert float(loss(model)) < before < float(loss(network()))
      """
    )
  }

  @Test func gradientsOfTheTablesAreTheirDifferences() throws {
    try check(
      """
      random = torch.Generator().manual_seed(8)
      for name in ("softplus", "sigmoid", "gelu", "exponential"):
          for policy in ("clamp", "extrapolate"):
              module = book.module(name, lanes=3, bypass=False, policy=policy)
              module.draw(random)
              low, high = module.domain
              x = torch.rand(12, generator=random, dtype=torch.float64) * (high - low) * 1.4 + low * 1.2
              assert torch.autograd.gradcheck(module, x.requires_grad_())
      def operands(*shape):
          return (torch.rand(shape, generator=random, dtype=torch.float64) * 1.4 + 0.05).requires_grad_()
      for name in ("multiplier", "divider"):
          for policy in ("clamp", "extrapolate"):
              module = book.module(name, lanes=3, bypass=False, policy=policy)
              module.draw(random)
              assert torch.autograd.gradcheck(module, (operands(4, 3), operands(3)))
              if name == "multiplier":
                  a, b = operands(2, 3, 4), operands(4, 2)
                  assert torch.autograd.gradcheck(lambda a, b: module.product_sum(a, b, chunk=20), (a, b))
      y = book.module("multiplier", bypass=False)(torch.zeros(2, requires_grad=True), torch.ones(2))
      assert y.sum().backward() is None
      """
    )
  }

  @Test func maskedTermsHaveNoShare() throws {
    try check(
      """
      x = torch.rand(2, 6, dtype=torch.float64)
      x[0, 4:] = -math.inf
      x[1, 0] = math.nan
      for name in ("softmax", "softmaxComposed", "softmaxTailCurrent"):
          for lanes in (None, 6):
              module = book.module(name, lanes=lanes)
              if lanes: module.draw(torch.Generator().manual_seed(9))
              y = module(x)
              assert (y[0, 4:] == 0).all() and (y[0, :4] > 0.1).all() and y[1].isnan().all()
              assert abs(float(y[0].sum()) - 1) < 0.1 and module.outside == 6
              assert module(torch.full((3,), -math.inf)).isnan().all()
              scores = x[:1].clone().requires_grad_()
              module(scores)[0, 0].backward()
              assert torch.isfinite(scores.grad).all() and scores.grad[0, 0] > 0
              assert module(torch.zeros(0, 6)).shape == (0, 6)
      assert book.module("gelu", lanes=2)(torch.zeros(0, 4)).shape == (0, 4)
      assert book.module("multiplier").product_sum(torch.zeros(0, 3), torch.zeros(3, 2)).shape == (0, 2)
      """
    )
  }

  @Test func readingsAndUnitsScatterAsTheTablesSay() throws {
    try check(
      """
      torch.manual_seed(10)
      tables = book.tables
      def near(found, expected):
          # 20000 numbers tell a deviation to 0.5 %.
          assert abs(float(found / expected) - 1) < 0.03, (found, expected)
      many = torch.zeros(20000)
      for name in ("softplus", "exponential"):
          module = book.module(name, readout=True)
          low, high = module.domain
          for share in (0.0, 1.0):
              x = many + low + (high - low) * share
              y = module(x)
              spread = tables[name + "/readoutSpreads"][round(share * 63)]
              near(y.std(), spread * (y.mean() if name == "exponential" else 1))
      for name in ("softplus", "gelu"):
          module = book.module(name, lanes=20000)
          for by in ("simulated", "normal"):
              module.draw(torch.Generator().manual_seed(11), by=by)
              low, high = module.domain
              products = module.scores.T @ module.scores / 20000
              assert torch.allclose(products, torch.eye(len(products)).double(), atol=0.1)
              # Sums of few components, each of variance one over the simulated units.
              expected = tables[name + "/components"][:, 40].square().sum().sqrt()
              y = module((many + low + (high - low) * 40 / 63).double())
              near(y.std(), expected * (math.sqrt(23 / 24) if by == "simulated" else 1))
      y = book.module("multiplier", readout=True)(many + 0.5, torch.tensor(0.4))
      near(y.std() / y.mean(), book.entries["multiplier"]["surface"]["readoutSpread"])
      y = book.module("softmax", readout=True)(torch.zeros(20000, 2))
      near(y.std(0)[1] / y.mean(), book.entries["softmax"]["softmax"]["readoutSpread"])
      weights = book.module("vmm", readout=True)
      near(weights.read(many + 3).std() / 3, book.entries["vmm"]["weights"]["readoutSpread"])
      assert torch.equal(book.module("vmm").read(many), many)
      """
    )
  }
}
