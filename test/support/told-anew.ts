// What a machine's log says, told once more to a file that holds nothing else.
import { type Differences, differences } from '#main/db/replicate/differing-records.ts'
import { replay, type Replayed } from '#main/db/replicate/replay.ts'
import { makeScratch } from '#main/db/scratch.ts'
import type { Machine } from './replicas.ts'

/** The caller closes it. */
export const toldAnew = async ({ writer, clock }: Pick<Machine, 'writer' | 'clock'>): Promise<Replayed> => {
  const sources = { nowMs: () => clock.now, random: (bytes: Uint8Array) => void bytes.fill(0xee) }
  const history = await makeScratch({ file: ':memory:', key: null }, writer, sources)
  replay(writer.outgoing, history)
  return history
}

/** What the machine holds otherwise. */
export const untoldBy = async (machine: Machine): Promise<Differences> => {
  const history = await toldAnew(machine)
  try {
    return differences(machine.writer, history)
  } finally {
    history.close()
  }
}
