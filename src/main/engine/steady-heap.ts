// How far the heaps of the process may grow beyond what is in use before V8 looks for garbage. Left to itself, V8 lets them grow to four times that:
// an import of 100,000 rows then holds 800 MB, of which 100 are in use.
import { setFlagsFromString } from 'node:v8'

/** In percent of what is in use. Neither is a limit: what is needed is given. */
const CLOSE = 20
const FREE = 200

// For all threads of this process, those that run already and those to come.
const letGrowBy = (percent: number): void => setFlagsFromString(`--heap-growing-percent=${percent}`)

export const keepHeapsClose = (): void => letGrowBy(CLOSE)

/** Clearing keeps other cores busy, too. Where it would be done four times a second, those who read meanwhile wait for it. */
export const letHeapsGrow = (): void => letGrowBy(FREE)
