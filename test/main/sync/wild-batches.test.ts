// What a member gone wild sends is refused by name, or taken whole: the everyday part of `npm run fuzz`.
import { expect, test } from 'vitest'
import { fuzzBatches } from '../../fuzz/batches.ts'

test(
  'of 600 made-up batches each is refused by name and leaves nothing behind, or is taken whole',
  { timeout: 120_000 },
  async () => {
    const { taken, refused, mostHeapMb } = await fuzzBatches(600, 20_261_122)
    expect(taken).toBeGreaterThan(50)
    for (const reason of ['body', 'chain', 'causality']) expect(refused[reason]).toBeGreaterThan(5)
    expect(mostHeapMb).toBeLessThan(256)
  },
)
