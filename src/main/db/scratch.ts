// A file beside the workspace's own that holds nothing but what the log says, so that the two can be compared. Origins have the same numbers in
// both, and so have versions.
import {
  type Birth,
  createDatabase,
  type DatabaseFile,
  openExisting,
  openWriter,
  type Reader,
  type Sources,
} from './open-workspace.ts'
import type { RawConnection } from './raw-connection.ts'
import type { Replayed } from './replicate/replay.ts'

/** Of the scratch file itself, which writes nothing: the last number that leaves a version a safe integer. */
const OWN_OID = 2 ** 17 - 1
/** It stays as it came: nobody reads it for long. */
const packSizes = { sets: Number.MAX_SAFE_INTEGER, loose: Number.MAX_SAFE_INTEGER }

interface OriginRow {
  readonly oid: number
  readonly origin: Uint8Array
  readonly device: string
  readonly introduction: string | null
}

/** Each with the number that it has in `of`. */
const knowOrigins = (raw: RawConnection, of: RawConnection): void => {
  const insert = raw.prepare<[number, Uint8Array, string, string | null]>(
    'INSERT OR IGNORE INTO sync_origin (oid, origin, device, introduction) VALUES (?, ?, ?, ?)',
  )
  const select = of.prepare<[], OriginRow>('SELECT oid, origin, device, introduction FROM sync_origin')
  for (const { oid, origin, device, introduction } of select.all()) insert.run(oid, origin, device, introduction)
}

const replayedOn = (raw: RawConnection, of: RawConnection, sources: Sources): Replayed => {
  // What a power loss leaves of it is thrown away.
  raw.pragma('synchronous = OFF')
  knowOrigins(raw, of)
  const select = of.prepare<[Uint8Array], number>('SELECT oid FROM sync_origin WHERE origin = ?').pluck()
  // One that `of` comes to know while its log is told has the same number here, too.
  const numberOf = (originHex: string): number | null => select.get(Buffer.from(originHex, 'hex')) ?? null
  return openWriter(raw, { ...sources, packSizes, numberOf })
}

/** Makes it, empty. `of`: whose log it is to hold. */
export const makeScratch = async (at: DatabaseFile, { raw: of }: Pick<Reader, 'raw'>, sources: Sources): Promise<Replayed> => {
  const origin = new Uint8Array(16)
  sources.random(origin)
  const workspaceId = of.prepare<[], string>("SELECT v FROM sync_meta WHERE k = 'workspaceId'").pluck().get() ?? ''
  const birth: Birth = { workspaceId, origin, deviceName: '', seriesLetter: 'A' }
  const raw = await createDatabase(at, birth)
  try {
    raw.prepare('UPDATE sync_origin SET oid = ?').run(OWN_OID)
    raw.prepare("UPDATE sync_meta SET v = ? WHERE k = 'oid'").run(OWN_OID)
    return replayedOn(raw, of, sources)
  } catch (error) {
    raw.close()
    throw error
  }
}

/** Opens what was made before. */
export const openScratch = async (at: DatabaseFile, { raw: of }: Pick<Reader, 'raw'>, sources: Sources): Promise<Replayed> => {
  const raw = await openExisting(at)
  try {
    return replayedOn(raw, of, sources)
  } catch (error) {
    raw.close()
    throw error
  }
}
