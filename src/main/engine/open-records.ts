// Which records people have open at this machine, as their windows say; a window that says nothing for a minute has closed it.
import type { Opened } from '#main/sync/opened.ts'

const FORGET_MS = 60_000
const LOOK_EVERY_MS = 15_000

export interface OpenRecords {
  readonly open: (opened: Opened) => void
  readonly leave: (opened: Opened) => void
  /** Everybody at this machine who has it open. */
  readonly of: (entity: string, id: string) => readonly Opened['person'][]
  readonly close: () => void
}

export interface OpenRecordsOptions {
  readonly nowMs: () => number
  /** Other records are open, or by others. */
  readonly onChange: (open: readonly Opened[]) => void
}

export const createOpenRecords = ({ nowMs, onChange }: OpenRecordsOptions): OpenRecords => {
  const until = new Map<string, { readonly opened: Opened; readonly until: number }>()
  const keyOf = ({ entity, id, person }: Opened): string => `${person.id} ${entity} ${id}`
  const tell = (): void => onChange([...until.values()].map(({ opened }) => opened))

  const looks = setInterval(() => {
    const late = [...until].filter(([, one]) => one.until < nowMs())
    for (const [key] of late) until.delete(key)
    if (late.length > 0) tell()
  }, LOOK_EVERY_MS)

  return {
    open: (opened) => {
      const isNew = !until.has(keyOf(opened))
      until.delete(keyOf(opened))
      until.set(keyOf(opened), { opened, until: nowMs() + FORGET_MS })
      if (isNew) tell()
    },
    leave: (opened) => {
      if (until.delete(keyOf(opened))) tell()
    },
    of: (entity, id) =>
      [...until.values()]
        .map(({ opened }) => opened)
        .filter((one) => one.entity === entity && one.id === id)
        .map(({ person }) => person),
    close: () => clearInterval(looks),
  }
}
