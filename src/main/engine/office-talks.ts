// What the machines of an office talk about beside change sets: the contents of files, and who has which record open.
import { statfs } from 'node:fs/promises'
import type { WantedContent } from '#main/attachments/arriving-content.ts'
import { createDigestReport } from '#main/sync/digest-report.ts'
import { createDigestAudit, type DigestAudit } from '#main/sync/digest-topic.ts'
import { createFileTraffic, type FileTraffic } from '#main/sync/file-traffic.ts'
import { createFillFiles } from '#main/sync/fill-files.ts'
import type { Opened } from '#main/sync/opened.ts'
import { createPresence, type Presence } from '#main/sync/presence-topic.ts'
import type { Topic } from '#main/sync/topic.ts'
import type { AskThread } from './ask-thread.ts'
import { createOpenRecords, type OpenRecords } from './open-records.ts'
import type { Threads } from './threads.ts'

export interface OfficeTalksOptions {
  /** Of the workspace. */
  readonly folder: string
  readonly threads: Threads
  readonly ask: AskThread
  readonly nowMs: () => number
  /** Answers about these are out of date: `arrivals`, `presence`. */
  readonly onChange: (tables: readonly string[]) => void
  /** How the network stands is different. */
  readonly onNetwork: () => void
  readonly logBug: (error: unknown) => void
}

export interface OfficeTalks {
  readonly topics: readonly Topic[]
  readonly files: Pick<FileTraffic, 'want' | 'stateOf'>
  readonly presence: Pick<Presence, 'others'>
  readonly openRecords: OpenRecords
  /** Whether a machine was found to show something else than this one, with the same change sets. */
  readonly differs: DigestAudit['differs']
  /** Asks all that are there once more. */
  readonly compareAgain: DigestAudit['again']
  readonly close: () => void
}

/** So much of the disk stays free, unless somebody here opens the file. */
const ROOM_LEFT = 2 * 1024 ** 3
/** How often a page is told how far a file is. */
const TELL_EVERY_MS = 250

export const createOfficeTalks = ({
  folder,
  threads,
  ask,
  nowMs,
  onChange,
  onNetwork,
  logBug,
}: OfficeTalksOptions): OfficeTalks => {
  let telling: NodeJS.Timeout | undefined
  const tellArrivals = (isHere: boolean): void => {
    if (isHere) onChange(['arrivals'])
    else
      telling ??= setTimeout(() => {
        telling = undefined
        onChange(['arrivals'])
      }, TELL_EVERY_MS)
  }
  const files = createFileTraffic({
    ...{ contents: threads.contents, nowMs, logBug },
    onChange: tellArrivals,
    hasRoom: async (bytes) => {
      const { bavail, bsize } = await statfs(folder)
      return bavail * bsize - bytes > ROOM_LEFT
    },
    onSettled: () => fill.look(),
    onPeer: () => fill.lookAtAll(),
  })
  const fill = createFillFiles({
    lacking: (after) =>
      ask<{ contents: WantedContent[]; upTo: number; isEnd: boolean }>('reader', 'attachments.lacking', { after }),
    want: (contents) => files.want(contents, 'fill'),
    mayLook: () => files.hasPeers() && files.isIdle(),
    logBug,
  })
  const presence = createPresence({ nowMs, onChange: () => onChange(['presence']) })
  const openRecords = createOpenRecords({
    nowMs,
    onChange: (open: readonly Opened[]) => {
      presence.show(open)
      onChange(['presence'])
    },
  })
  const report = createDigestReport({ nowMs, log: logBug })
  const audit = createDigestAudit({
    ...{ digests: threads.digests, nowMs },
    onFound: (deviceId, places) => {
      onNetwork()
      report(deviceId, places)
    },
  })
  return {
    topics: [files.topic, ...presence.topics, audit.topic],
    ...{ files, presence, openRecords, differs: audit.differs, compareAgain: audit.again },
    close: () => {
      clearTimeout(telling)
      for (const part of [files, fill, presence, openRecords]) part.close()
    },
  }
}
