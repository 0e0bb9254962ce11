// The parts of the bench.
import { join } from 'node:path'
import { benchApply, benchFifty } from './apply.ts'
import { benchDuplicates } from './duplicates.ts'
import { benchExports } from './exports.ts'
import { benchLists } from './lists.ts'
import type { Row } from './measure.ts'
import { benchReads } from './reads.ts'
import { benchSearch } from './search.ts'
import { benchMemory, benchSearchDuringImport, benchUnlock } from './threads.ts'
import { benchTwoMachines } from './two-machines.ts'
import { benchFramesOfImport, benchWindow, benchWindowMemory } from './window.ts'
import { benchEdits, benchImport } from './writes.ts'

const ROWS = 100_000
const MILLION = 1_000_000

/** Where a part works: a folder for its own files, in it the office. */
export interface Place {
  readonly base: string
  readonly key: Uint8Array
  /** How many companies are listed, where another number is asked for. */
  readonly count: number | null
}

/** Those that make all their files themselves. */
export const WITHOUT_OFFICE: readonly string[] = ['duplicates', 'office', 'lists', 'million']

const officeAt = ({ base }: Place): string => join(base, 'office')
const fileAt = (place: Place) => ({ file: join(officeAt(place), 'kith.db'), key: place.key })

/** In the order in which they run. */
export const parts: Readonly<Record<string, (place: Place) => Promise<Row[]>>> = {
  reads: (place) => benchReads(fileAt(place)),
  search: (place) => benchSearch(fileAt(place)),
  edits: (place) => benchEdits(fileAt(place)),
  import: (place) => benchImport(fileAt(place), ROWS),
  exports: (place) => benchExports(fileAt(place)),
  duplicates: ({ base }) => benchDuplicates(base),
  unlock: (place) => benchUnlock(officeAt(place)),
  memory: (place) => benchMemory(officeAt(place)),
  window: (place) => benchWindow(officeAt(place)),
  office: async ({ base }) => [...(await benchApply(base)), ...(await benchTwoMachines(base)), ...(await benchFifty())],
  lists: ({ base, count }) => benchLists(base, count ?? ROWS),
  million: ({ base, count }) => benchLists(base, count ?? MILLION, benchWindowMemory),
  frames: (place) => benchFramesOfImport(officeAt(place), ROWS),
  // Last: it leaves its rows behind.
  during: (place) => benchSearchDuringImport(officeAt(place), ROWS),
}
