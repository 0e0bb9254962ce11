// Under which origin this file writes. A file that may not be the only one of its origin any more, or not the newest, begins a new one: what
// was written so far stays what it is, under the old name.
import { drawnLetter } from '#shared/devices/series-letter.ts'
import type { RawConnection } from '../raw-connection.ts'
import { setSeriesLetter } from '../write/number-series.ts'
import { logSetsOf } from './log-sets.ts'

/** How far a file's own part of the log has come. */
export interface LogEnd {
  readonly originHex: string
  readonly seq: number
  /** In hex: what the newest change set follows from; empty where there is none. */
  readonly chain: string
}

const hexOf = (bytes: Uint8Array | undefined): string => (bytes ? Buffer.from(bytes).toString('hex') : '')

/** `seq`: null asks for the newest. */
const endAt = (raw: RawConnection, seq: number | null): LogEnd => {
  const own = raw
    .prepare<[], { oid: number; origin: Uint8Array }>(
      "SELECT oid, origin FROM sync_origin WHERE oid = (SELECT v FROM sync_meta WHERE k = 'oid')",
    )
    .get()
  if (!own) throw new Error('The change log was never begun in this file.')
  const sets = logSetsOf(raw)
  const newest = sets.newestOf(own.oid, seq ?? undefined)
  return { originHex: hexOf(own.origin), seq: newest, chain: hexOf(sets.chainAt(own.oid, newest)) }
}

export const logEnd = (raw: RawConnection): LogEnd => endAt(raw, null)

/** Whether the file holds what was seen of it, under the same origin. */
export const holds = (raw: RawConnection, seen: LogEnd): boolean => {
  const now = endAt(raw, seen.seq)
  return now.originHex === seen.originHex && now.seq === seen.seq && now.chain === seen.chain
}

export interface NewOrigin {
  /** 16 random bytes. */
  readonly origin: Uint8Array
  readonly deviceName: string
}

/** The chain of a change set, in hex; null: it is not here. */
export const createChainAt = (raw: RawConnection): ((originHex: string, seq: number) => string | null) => {
  const select = raw.prepare<[Uint8Array], { oid: number }>('SELECT oid FROM sync_origin WHERE origin = ?')
  const sets = logSetsOf(raw)
  return (originHex, seq) => {
    const oid = select.get(Buffer.from(originHex, 'hex'))?.oid
    return oid === undefined ? null : hexOf(sets.chainAt(oid, seq)) || null
  }
}

/** Where a file of an office that began a new origin says from when it was, as ISO 8601, until somebody has settled whether the office goes back there. */
export const COPY_PLACE = { userId: '', scope: 'copy', key: 'moment' } as const

const askAbout = (raw: RawConnection, wallMs: number): void =>
  void raw
    .prepare(
      `INSERT INTO local_state (userId, scope, key, value, at) VALUES (?, ?, ?, ?, strftime('%Y-%m-%dT%H:%M:%fZ'))
       ON CONFLICT DO UPDATE SET value = excluded.value, at = excluded.at`,
    )
    .run(COPY_PLACE.userId, COPY_PLACE.scope, COPY_PLACE.key, new Date(wallMs).toISOString())

/** A new name in the log. Answers its local number. */
export const nameOrigin = (raw: RawConnection, { origin, deviceName }: NewOrigin): number => {
  const made = raw
    .prepare<[Uint8Array, string], { oid: number }>('INSERT INTO sync_origin (origin, device) VALUES (?, ?) RETURNING oid')
    .get(origin, deviceName)
  if (!made) throw new Error('SQLite answered nothing to an insert.')
  return made.oid
}

/**
 * Lets the file write under another origin from now on. In an office, its numbers get a letter of their own too: drawn among the two-letter ones,
 * since another copy may draw at the same time, and somebody is asked about the moment of the copy. Answers whether the file belongs to an office.
 * `origin`: random bytes. `copiedMs`: when the newest of what the file and the office have in common was written.
 */
export const writeUnder = (
  raw: RawConnection,
  { origin, deviceName, copiedMs }: NewOrigin & { readonly copiedMs: number | undefined },
): boolean => {
  raw.prepare("UPDATE sync_meta SET v = ? WHERE k = 'oid'").run(nameOrigin(raw, { origin, deviceName }))
  const letters = raw.prepare<[], { letter: string }>('SELECT letter FROM devices').all()
  if (letters.length === 0) return false
  if (copiedMs !== undefined) askAbout(raw, copiedMs)
  const own = raw.prepare<[], { letter: string }>('SELECT letter FROM number_series').all()
  const draw = Buffer.from(origin).readUInt32BE(0)
  setSeriesLetter(
    raw,
    drawnLetter(
      [...letters, ...own].map(({ letter }) => letter),
      draw,
    ),
  )
  return true
}

/** Lets the file write under a new origin from now on. Answers whether it belongs to an office. */
export const beginOrigin = (raw: RawConnection, origin: NewOrigin): boolean =>
  raw.transaction(() => {
    const [newest] = logSetsOf(raw).before(Number.MAX_SAFE_INTEGER)
    return writeUnder(raw, { ...origin, copiedMs: newest?.wall })
  })()
