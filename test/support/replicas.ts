// Several machines with the real database, joined by nothing but what one reads from another's log.
import { decodeSets, encodeSets, type WireSet } from '#main/db/replicate/wire.ts'
import { createDatabase, openWriter, type Writer } from '#main/db/open-workspace.ts'
import type { RawConnection } from '#main/db/raw-connection.ts'
import type { Received } from '#main/db/replicate/receive.ts'
import { testBirth } from './test-database.ts'

export interface Machine {
  readonly writer: Writer
  readonly originHex: string
  readonly clock: { now: number }
  /** A statement, prepared once. */
  readonly prepare: RawConnection['prepare']
}

export interface PullOptions {
  /** Only so many change sets. */
  readonly atMost?: number
  /** As if nothing were known of what is here. */
  readonly isStale?: boolean
  /** What happens to the change sets on their way. */
  readonly onTheWay?: (sets: WireSet[]) => WireSet[]
  /** Bytes of a batch. */
  readonly bytes?: number
}

export const newMachine = async (index: number): Promise<Machine> => {
  const origin = new Uint8Array(16).fill(0xa1 + index)
  const raw = await createDatabase({ file: ':memory:', key: null }, { ...testBirth, origin, deviceName: `machine-${index}` })
  const clock = { now: Date.parse('2026-03-02T09:00:00Z') }
  let counter = index
  const writer = openWriter(raw, {
    nowMs: () => clock.now,
    random: (bytes) => {
      for (let at = 0; at < bytes.length; at++) bytes[at] = (counter += 31) & 0xff
    },
  })
  const statements = new Map<string, unknown>()
  const prepare = (sql: string): unknown => {
    const known = statements.get(sql) ?? raw.prepare(sql)
    statements.set(sql, known)
    return known
  }
  // What it answers is what the connection answers, with the types that the caller names.
  return { writer, originHex: Buffer.from(origin).toString('hex'), clock, prepare: prepare as RawConnection['prepare'] }
}

/** Lets one machine take what another has and it has not; answers what each batch brought. */
export const pull = (to: Pick<Machine, 'writer'>, from: Pick<Machine, 'writer'>, options: PullOptions = {}): Received[] => {
  const { atMost = Number.POSITIVE_INFINITY, isStale = false, onTheWay = (sets) => sets, bytes = 4096 } = options
  const received: Received[] = []
  const have = isStale ? new Map<string, number>() : to.writer.outgoing.vector()
  let after = 0
  let left = atMost
  while (left > 0) {
    const { sets, upTo } = from.writer.outgoing.missing(have, after, bytes)
    if (sets.length === 0) return received
    const taken = sets.slice(0, left)
    left -= taken.length
    after = upTo
    received.push(to.writer.receive(decodeSets(encodeSets(onTheWay(taken))), from.writer.outgoing.origins()))
  }
  return received
}

/** Until nobody lacks anything. */
export const meet = (machines: readonly Pick<Machine, 'writer'>[]): void => {
  for (let round = 0; round < 2; round++) for (const to of machines) for (const from of machines) if (to !== from) pull(to, from)
}
