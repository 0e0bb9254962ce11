// The database as a thread opens it: the writer under the workspace's lock, a reader beside it.
import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { takeExclusiveLock } from '#main/db/exclusive-lock.ts'
import { assertSound } from '#main/db/integrity.ts'
import { writeBack } from '#main/db/write-back.ts'
import {
  createDatabase,
  type DatabaseFile,
  openExisting,
  openReader,
  openWriter,
  type Reader,
  type Sources,
  type Writer,
} from '#main/db/open-workspace.ts'
import { beginOrigin, holds, logEnd } from '#main/db/log/incarnation.ts'
import { leaveBranch } from '#main/db/replicate/leave-branch.ts'
import { type RawConnection, SLOW_READER_CACHE_MB } from '#main/db/raw-connection.ts'
import { addPerson, setUpWorkspace } from '#main/features/settings/new-workspace.ts'
import { refusal } from '#main/workspace/refusal.ts'
import { clearScratch, databaseOf, ENGINE_LOCK } from '#main/workspace/workspace-folder.ts'
import type { Identity, KnownPast, NewWorkspace, ThreadStart } from './thread-messages.ts'

export interface ThreadDatabase {
  readonly reader: Reader
  readonly writer: Writer | null
  /** Of the writer. */
  readonly identity: Identity | null
  readonly close: () => void
}

/** Throws a refusal, or the driver's own error for what the file turned out to be. */
export const openThreadDatabase = async (start: ThreadStart, sources: Sources): Promise<ThreadDatabase> => {
  const at = { file: databaseOf(start.folder), key: start.dataKey, cipher: start.cipher }
  if (start.role === 'writer') return openToWrite(start, at, sources)
  const reader = start.isSlow ? openReader(at, SLOW_READER_CACHE_MB) : openReader(at)
  return { reader, writer: null, identity: null, close: reader.close }
}

const openToWrite = async ({ folder, birth, past }: ThreadStart, at: DatabaseFile, sources: Sources): Promise<ThreadDatabase> => {
  const release = takeExclusiveLock(join(folder, ENGINE_LOCK))
  if (!release) throw refusal('conflict', 'workspace.inUse')
  clearScratch(folder)
  try {
    const raw = birth ? await makeDatabase(at, birth, sources) : await openSound(at)
    // Before the first write.
    const isNewInOffice = !birth && settleOrigin(raw, past, sources)
    const writer = openWriter(raw, sources)
    if (birth?.contents) {
      const { contents } = birth
      writer.write({ actor: contents.userId, procedure: 'workspace.create' }, (tx) => setUpWorkspace(tx, contents))
    }
    if (birth?.newcomer) {
      const { newcomer } = birth
      // As part of the workspace's setting up, it is never taken back.
      writer.write({ actor: newcomer.userId, procedure: 'workspace.join' }, (tx) => addPerson(tx, newcomer))
    }
    return {
      reader: writer,
      writer,
      identity: { end: logEnd(raw), isNewInOffice },
      close: () => {
        writer.close()
        release()
      },
    }
  } catch (error) {
    release()
    throw error
  }
}

/** Answers whether the file writes under a new origin, and belongs to an office. */
const settleOrigin = (raw: RawConnection, { last, leaves, deviceName }: KnownPast, { random }: Sources): boolean => {
  const origin = new Uint8Array(16)
  random(origin)
  if (leaves) return leaveBranch(raw, leaves, { origin, deviceName }).isNewInOffice
  // Whether this is the file that was open on this machine last, with all that it held then.
  const isOurs = last !== null && holds(raw, last)
  return !isOurs && beginOrigin(raw, { origin, deviceName })
}

const makeDatabase = (
  at: DatabaseFile,
  { workspaceId, deviceName, letter }: NewWorkspace,
  { random }: Sources,
): Promise<RawConnection> => {
  const origin = new Uint8Array(16)
  random(origin)
  return createDatabase(at, { workspaceId, origin, deviceName, seriesLetter: letter })
}

const openSound = async (at: DatabaseFile): Promise<RawConnection> => {
  // An orderly end leaves no write-ahead log behind.
  const log = `${at.file}-wal`
  const endedBadly = existsSync(log) && statSync(log).size > 0
  const raw = await openExisting(at)
  try {
    if (endedBadly) {
      assertSound(raw)
      writeBack(raw)
    }
    return raw
  } catch (error) {
    raw.close()
    throw error
  }
}
