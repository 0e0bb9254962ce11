// What a disk may hold after the power failed, made from what lay on it when it was last flushed and from what was written since.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { databaseOf } from '#main/workspace/workspace-folder.ts'
import { seeded } from '../bench/people.ts'

/** The two files of a database, in bytes. The third, `-shm`, is made anew from them. */
export interface Disk {
  readonly db: Buffer
  /** Empty where there is none. */
  readonly wal: Buffer
}

/** What may be found, and how many of the transactions since the last flush it holds: whole ones, the first of them. */
export interface DiskAfter extends Disk {
  readonly name: string
  readonly transactions: number
}

interface Frame {
  /** In bytes from the beginning of the log. */
  readonly end: number
  readonly isCommit: boolean
}

// https://www.sqlite.org/fileformat2.html#the_write_ahead_log
const HEADER = 32
const FRAME_HEADER = 24
const PAGE_SIZE_AT = 8
const SALTS = [16, 24] as const
/** In a frame's header: how many pages the file has after the transaction; 0 unless the frame ends one. */
const PAGES_AT = 4
const FRAME_SALTS_AT = 8

const saltsOf = (wal: Buffer): Buffer => wal.subarray(...SALTS)

/** Those that stand behind the last beginning of the log: older ones have other salts. */
const framesOf = (wal: Buffer): Frame[] => {
  const frames: Frame[] = []
  if (wal.length < HEADER) return frames
  const size = FRAME_HEADER + wal.readUInt32BE(PAGE_SIZE_AT)
  for (let at = HEADER; at + size <= wal.length; at += size) {
    if (!saltsOf(wal).equals(wal.subarray(at + FRAME_SALTS_AT, at + FRAME_HEADER - 8))) break
    frames.push({ end: at + size, isCommit: wal.readUInt32BE(at + PAGES_AT) > 0 })
  }
  return frames
}

/** What lies in a workspace's folder at this moment. */
export const readDisk = (folder: string): Disk => {
  const file = databaseOf(folder)
  return { db: readFileSync(file), wal: existsSync(`${file}-wal`) ? readFileSync(`${file}-wal`) : Buffer.alloc(0) }
}

/** A new folder with these files. */
export const writeDisk = (folder: string, { db, wal }: Disk): void => {
  mkdirSync(folder)
  writeFileSync(databaseOf(folder), db)
  if (wal.length > 0) writeFileSync(`${databaseOf(folder)}-wal`, wal)
}

/** How many transactions came into the log since. */
export const transactionsSince = (flushed: Disk, now: Disk): number =>
  newFrames(flushed, now).filter(({ isCommit }) => isCommit).length

/** Whether the log was written over from its beginning since. */
export const isBegunAnew = (flushed: Disk, now: Disk): boolean => !saltsOf(flushed.wal).equals(saltsOf(now.wal))
const newFrames = (flushed: Disk, now: Disk): Frame[] =>
  framesOf(now.wal).slice(isBegunAnew(flushed, now) ? 0 : framesOf(flushed.wal).length)

/**
 * `flushed`: what lay on the disk for sure. Up to `now` the log grew, or began anew over a database that held all of it; the database itself
 * was written to after that, if at all, from the whole log.
 */
export const disksAfter = (flushed: Disk, now: Disk): DiskAfter[] => [...cutLogs(flushed, now), ...tornDatabases(flushed, now)]

/** The log as far as each of its new frames, and what may stand where it stops. */
function* cutLogs(flushed: Disk, now: Disk): Generator<DiskAfter> {
  const frames = newFrames(flushed, now)
  if (frames.length === 0) return
  const [size, start] = [FRAME_HEADER + now.wal.readUInt32BE(PAGE_SIZE_AT), HEADER]
  const first = isBegunAnew(flushed, now) ? start : (framesOf(flushed.wal).at(-1)?.end ?? start)
  const ends = [first, ...frames.map(({ end }) => end)]
  const few = new Set([0, frames.length - 1])
  const random = seeded(now.wal.length)
  for (const [count, end] of ends.entries()) {
    const transactions = frames.slice(0, count).filter(({ isCommit }) => isCommit).length
    const found = (name: string, ...parts: readonly Buffer[]): DiskAfter => ({
      ...{ db: flushed.db, wal: Buffer.concat(parts), transactions },
      name: `${count} of ${frames.length} frames${name}`,
    })
    const upTo = now.wal.subarray(0, end)
    yield found('', upTo)
    if (!few.has(count)) continue
    const rest = now.wal.subarray(end)
    const [header, half] = [end + FRAME_HEADER, end + FRAME_HEADER + Math.floor((size - FRAME_HEADER) / 2)]
    for (const cut of [end + 1, end + FRAME_SALTS_AT, header, half, end + size - 1])
      yield found(` and ${cut - end} bytes`, now.wal.subarray(0, cut))
    const garbage = (length: number): Buffer => Buffer.from(Array.from({ length }, () => Math.floor(random() * 256)))
    yield found(' and garbage', upTo, garbage(Math.min(rest.length, 3 * size)))
    yield found(' and a frame of garbage', upTo, now.wal.subarray(end, header), garbage(size - FRAME_HEADER), rest.subarray(size))
    yield found(' and nothing', upTo, Buffer.alloc(rest.length))
    yield found(' and what came later', upTo, Buffer.alloc(size), rest.subarray(size))
    yield found(' and half of the next', now.wal.subarray(0, half), flushed.wal.subarray(half))
    yield found(' and what stood there before', upTo, flushed.wal.subarray(end))
  }
  // The first bytes of a log that began anew.
  if (first !== start || !isBegunAnew(flushed, now)) return
  for (const cut of [0, 5, SALTS[0], start - 1]) {
    const beginning = { db: flushed.db, transactions: 0 }
    yield { ...beginning, name: `${cut} bytes of the log`, wal: now.wal.subarray(0, cut) }
    // Old salts with a new sum, or the other way round, are no log; nor is an old one whose pages the database has.
    yield {
      ...beginning,
      name: `${cut} bytes over the old log`,
      wal: Buffer.concat([now.wal.subarray(0, cut), flushed.wal.subarray(cut)]),
    }
  }
}

/** The database in the middle of a checkpoint: some pages, or halves of them, and the whole log beside it. */
function* tornDatabases(flushed: Disk, now: Disk): Generator<DiskAfter> {
  const wal = now.wal.length > 0 ? now.wal : flushed.wal
  const transactions = transactionsSince(flushed, now)
  const page = wal.length > 0 ? wal.readUInt32BE(PAGE_SIZE_AT) : 0
  if (!now.db.equals(flushed.db)) {
    for (const [name, part] of [
      ['', page],
      [' by half', page / 2],
    ] as const)
      for (const odd of [0, 1]) {
        const db = Buffer.alloc(Math.max(now.db.length, flushed.db.length))
        flushed.db.copy(db)
        let changed = 0
        for (let at = 0; at < db.length; at += page) {
          if (db.subarray(at, at + page).equals(now.db.subarray(at, at + page))) continue
          if (changed++ % 2 === odd) now.db.copy(db, at, at, at + part)
        }
        yield { name: `every other page written back${name}`, db, wal, transactions }
      }
  }
  yield { ...now, name: 'all of it', transactions }
}
