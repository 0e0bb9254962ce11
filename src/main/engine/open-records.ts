// Which records people have open at this machine, as their windows say; a window that says nothing for a minute has closed it. Somebody who has one open
// in two windows has it open until both have closed it.
import type { Opened } from '#main/sync/opened.ts'

const FORGET_MS = 60_000
const LOOK_EVERY_MS = 15_000

/** A window, or a client of the socket; the same one each time. */
export type OpenedIn = object

export interface OpenRecords {
  readonly open: (opened: Opened, where: OpenedIn) => void
  readonly leave: (opened: Opened, where: OpenedIn) => void
  /** The window has closed, and with it all that was open in it. */
  readonly leaveAll: (where: OpenedIn) => void
  /** Everybody at this machine who has it open. */
  readonly of: (entity: string, id: string) => readonly Opened['person'][]
  readonly close: () => void
}

export interface OpenRecordsOptions {
  readonly nowMs: () => number
  /** Other records are open, or by others. */
  readonly onChange: (open: readonly Opened[]) => void
}

interface OpenRecord {
  readonly opened: Opened
  /** By window, until when it counts. */
  readonly until: Map<OpenedIn, number>
}

export const createOpenRecords = ({ nowMs, onChange }: OpenRecordsOptions): OpenRecords => {
  const records = new Map<string, OpenRecord>()
  const keyOf = ({ entity, id, person }: Opened): string => `${person.id} ${entity} ${id}`
  const tell = (): void => onChange([...records.values()].map(({ opened }) => opened))

  /** Takes those windows from these records, and tells if it was the last one of any. */
  const withdraw = (keys: readonly string[], isClosed: (where: OpenedIn, until: number) => boolean): void => {
    let isAnyLeft = false
    for (const key of keys) {
      const windows = records.get(key)?.until
      if (!windows) continue
      for (const [where, until] of windows) if (isClosed(where, until)) windows.delete(where)
      if (windows.size > 0) continue
      records.delete(key)
      isAnyLeft = true
    }
    if (isAnyLeft) tell()
  }
  const looks = setInterval(() => withdraw([...records.keys()], (_, until) => until < nowMs()), LOOK_EVERY_MS)

  return {
    open: (opened, where) => {
      const key = keyOf(opened)
      const before = records.get(key)
      // The newest last.
      records.delete(key)
      records.set(key, { opened, until: new Map(before?.until).set(where, nowMs() + FORGET_MS) })
      if (!before) tell()
    },
    leave: (opened, where) => withdraw([keyOf(opened)], (one) => one === where),
    leaveAll: (where) => withdraw([...records.keys()], (one) => one === where),
    of: (entity, id) =>
      [...records.values()]
        .map(({ opened }) => opened)
        .filter((one) => one.entity === entity && one.id === id)
        .map(({ person }) => person),
    close: () => clearInterval(looks),
  }
}
