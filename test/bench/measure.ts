// Medians, and tables of the limit beside Kith.

export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
}

export const percentile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0

const timed = async (work: () => unknown): Promise<number> => {
  const start = performance.now()
  const result = work()
  if (result instanceof Promise) await result
  return performance.now() - start
}

/** Of what is asked very often: until then its code is not yet compiled for good, in an app that runs all day. */
const WARM_UP = 1000
const OFTEN = 200

/** Runs two ways of the same by turns, so that noise hits both; answers the median of each in ms. The first rounds warm up both. */
export const sideBySide = async (
  rounds: number,
  limit: (round: number) => unknown,
  kith: (round: number) => unknown,
): Promise<{ limit: number; kith: number }> => {
  const times: { limit: number[]; kith: number[] } = { limit: [], kith: [] }
  const warmUp = rounds >= OFTEN ? WARM_UP : Math.min(10, Math.ceil(rounds / 5))
  for (let round = 0; round < rounds + warmUp; round++) {
    const first = await timed(() => limit(round))
    const second = await timed(() => kith(round))
    if (round < warmUp && rounds > 1) continue
    times.limit.push(first)
    times.kith.push(second)
  }
  return { limit: median(times.limit), kith: median(times.kith) }
}

export interface Row {
  readonly what: string
  readonly limit: string
  readonly kith: string
  readonly goal: string
  readonly isMet: boolean
}

export const ms = (value: number): string =>
  value < 1 ? `${(value * 1000).toFixed(0)} µs` : value < 100 ? `${value.toFixed(2)} ms` : `${value.toFixed(0)} ms`

/** A line where Kith may take `times` × as long as the limit. */
export const ratioRow = (what: string, { limit, kith }: { limit: number; kith: number }, times: number): Row => ({
  what,
  limit: ms(limit),
  kith: `${ms(kith)} (${(kith / limit).toFixed(2)}×)`,
  goal: `≤ ${times}×`,
  isMet: kith <= limit * times,
})

/** A line with a plain bound. */
export const boundRow = (what: string, value: number, bound: number, unit = 'ms', note = ''): Row => ({
  what,
  limit: note,
  kith: `${value.toFixed(1)} ${unit}`,
  goal: `≤ ${bound} ${unit}`,
  isMet: value <= bound,
})

export const printTable = (rows: readonly Row[]): void => {
  const lines = [
    ['what', 'limit', 'Kith', 'goal', ''],
    ...rows.map((row) => [row.what, row.limit, row.kith, row.goal, row.isMet ? 'met' : 'MISSED']),
  ]
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)))
  for (const line of lines) console.log(`| ${line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`)
}
