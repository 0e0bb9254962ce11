// The same work for every engine: 50,000 cells on one machine, a second machine gets them, then both edit 25,000 cells each, one by one and apart,
// and meet.
import { seeded } from '../people.ts'

export const RECORDS = 5000
/** Ten columns of a company that no search index is kept for, taken as plain texts: the others have none either. */
// prettier-ignore
export const FIELDS = ['industry', 'country', 'description', 'source', 'postcode', 'phoneType', 'emailType', 'addressType', 'revenueCurrency',
  'lifecycleSince'] as const
export type Field = (typeof FIELDS)[number]

const EDITS_EACH = 25_000

export interface Edit {
  readonly record: number
  readonly field: Field
  readonly value: string
}

export type Side = 'a' | 'b'

export interface Workload {
  readonly first: (record: number) => Readonly<Record<Field, string>>
  readonly edits: Readonly<Record<Side, readonly Edit[]>>
}

export const makeWorkload = (): Workload => {
  const random = seeded(100_000)
  const editsOf = (side: Side): Edit[] =>
    Array.from({ length: EDITS_EACH }, (_, index) => ({
      record: Math.floor(random() * RECORDS),
      field: FIELDS[Math.floor(random() * FIELDS.length)] ?? FIELDS[0],
      value: `${side} wrote ${index} ${Math.floor(random() * 1e6)}`,
    }))
  return {
    first: (record) => ({
      ...{ industry: `industry ${record % 40}`, country: `country ${record % 90}`, source: `source ${record % 7}` },
      ...{ description: `first word on record ${record}`, postcode: String(10_000 + record) },
      ...{ phoneType: `phone ${record % 4}`, emailType: `mail ${record % 3}`, addressType: `address ${record % 5}` },
      ...{ revenueCurrency: `money ${record % 8}`, lifecycleSince: `day ${record % 365}` },
    }),
    edits: { a: editsOf('a'), b: editsOf('b') },
  }
}

/** Cells that both sides wrote: what a person may want to be asked about. */
export const crossedCells = ({ edits }: Workload): number => {
  const cellsOf = (side: Side): Set<string> => new Set(edits[side].map(({ record, field }) => `${record} ${field}`))
  const other = cellsOf('b')
  return [...cellsOf('a')].filter((cell) => other.has(cell)).length
}

export interface Result {
  readonly engine: string
  /** ms: the first cells, the second machine, the edits apart, meeting. */
  readonly baseMs: number
  readonly bootMs: number
  readonly editsMs: number
  readonly syncMs: number
  /** Bytes that went both ways when the machines met. */
  readonly wireBytes: number
  /** Of one machine's file or folder. */
  readonly diskBytes: number
  /** Of these, what keeps the history. Undefined: it cannot be told apart. */
  readonly logBytes?: number | undefined
  /** Of what crossed, how much a person can be shown, in words. */
  readonly conflicts: string
  readonly isEqual: boolean
}

export interface Clocked {
  readonly time: <Value>(phase: 'baseMs' | 'bootMs' | 'editsMs' | 'syncMs', work: () => Value | Promise<Value>) => Promise<Value>
  readonly times: () => Pick<Result, 'baseMs' | 'bootMs' | 'editsMs' | 'syncMs'>
}

export const clocked = (): Clocked => {
  const times = { baseMs: 0, bootMs: 0, editsMs: 0, syncMs: 0 }
  return {
    times: () => times,
    time: async (phase, work) => {
      const start = performance.now()
      const value = await work()
      times[phase] += performance.now() - start
      return value
    },
  }
}
