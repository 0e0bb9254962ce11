// A small file outside the workspace that remembers how far its log had come on this machine. A folder that was copied, moved to another machine
// or brought back from a backup does not agree with it, and goes on under a new origin: numbers of change sets are never given twice.
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync } from 'node:fs'
import { open, rename } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import type { LogEnd } from '#main/db/log/incarnation.ts'
import { folderMark, type FolderOfWorkspace } from './folder-mark.ts'

/** What does not travel with a workspace's folder. */
export interface Machine {
  /** The system's own name of the machine, as long as it lasts. */
  readonly id: string
  /** A folder for notes about workspaces; no backup of a workspace holds it. Made when needed. */
  readonly folder: string
}

const witnessFile = z.object({
  v: z.literal(1),
  machine: z.string(),
  originHex: z.string(),
  seq: z.int().min(0),
  chain: z.string(),
})
export type Witness = z.infer<typeof witnessFile>

export interface WitnessKeeper {
  /** What the last run saw; null: nothing, or on another machine. */
  readonly last: () => LogEnd | null
  /** On the disk when it answers. Nothing is written if as much was noted before. */
  readonly note: (end: LogEnd) => Promise<void>
  /** When all that was asked for is written, or could not be. */
  readonly idle: () => Promise<void>
}

export const keepWitness = (machine: Machine, of: FolderOfWorkspace): WitnessKeeper => {
  const path = join(machine.folder, `${folderMark('witness', of)}.json`)
  const name = createHash('sha256').update(`kith machine ${machine.id}`).digest('hex').slice(0, 32)
  const found = readWitness(path)
  let last: LogEnd | null = found?.machine === name ? found : null
  let writing: Promise<void> = Promise.resolve()

  const write = async (end: LogEnd): Promise<void> => {
    const { originHex, seq, chain } = end
    if (last?.originHex === originHex && last.seq >= seq) return
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
    const file = await open(`${path}.new`, 'w', 0o600)
    try {
      await file.writeFile(JSON.stringify({ v: 1, machine: name, originHex, seq, chain } satisfies Witness))
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(`${path}.new`, path)
    last = { originHex, seq, chain }
  }

  return {
    last: () => last,
    note: (end) => {
      const turn = writing.then(() => write(end))
      // Whoever asked hears of a failure; the next one tries again.
      writing = turn.catch(() => undefined)
      return turn
    },
    idle: () => writing,
  }
}

/** A witness that cannot be read is none: the worst that follows is a new origin. */
const readWitness = (path: string): Witness | null => {
  try {
    return witnessFile.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    return null
  }
}
