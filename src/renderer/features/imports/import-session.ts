// One import as far as it has got. It is kept for as long as the window lives, so that who leaves the page finds it again; locking the
// workspace forgets it.
import { useCallback, useSyncExternalStore } from 'react'
import { type Client, useClient } from '#renderer/api/api-context.tsx'
import type { CsvDialect } from '#shared/imports/plan.ts'
import type { CellEdit, ImportEntity, ImportPlan, RowDecision as PlannedDecision, TablePlan } from '#shared/imports/plan.ts'
import type { ImportResult } from '#shared/imports/preview.ts'
import type { Progress } from '#shared/base/procedure.ts'
import type { ImportSource } from './import-source.ts'

export type ImportStep = 'file' | 'columns' | 'check' | 'done'
/** A table of a file, by the key of its file and its place there: it stays the same when other files come or go. */
export type TableKey = string

type OfTables<T> = Readonly<Record<TableKey, T>>
export type RowEdit = Omit<CellEdit, 'table'>
export type RowDecision = Omit<PlannedDecision, 'table'>

export interface ImportSession {
  readonly step: ImportStep
  /** What the page was opened for. */
  readonly entity: ImportEntity | null
  readonly sources: readonly ImportSource[]
  /** By the key of the file; without one as it was recognised. */
  readonly dialects: Readonly<Record<string, CsvDialect>>
  /** Of sheets where the user chose it; 0: none. */
  readonly headingRows: OfTables<{ readonly table: number; readonly row: number }>
  /** Tables that were proposed anew because the user said what their rows are. */
  readonly proposed: OfTables<TablePlan>
  /** Plans that the user changed; the others are as proposed. */
  readonly plans: OfTables<TablePlan>
  /** Columns of which the user said how their dates or amounts are written. */
  readonly answered: OfTables<readonly number[]>
  /** Tables that are left out. */
  readonly left: readonly TableKey[]
  /** Undefined: as the mapping says. */
  readonly sourceId: string | null | undefined
  /** The mapping that was chosen by hand, or saved here. */
  readonly mappingId: string | null
  readonly edits: OfTables<readonly RowEdit[]>
  readonly decisions: OfTables<readonly RowDecision[]>
  /** How far the reading of the files, or the check of their rows, is. */
  readonly reading: Progress | null
  /** The table that is looked at. */
  readonly shown: TableKey | null
  /** What came of it, the plan it was done by, and the visit that it belongs to: who comes once more wants to import once more. */
  readonly outcome: { readonly result: ImportResult; readonly plan: ImportPlan; readonly visit: string } | null
}

export const newSession = (entity: ImportEntity | null = null): ImportSession => ({
  step: 'file',
  entity,
  sources: [],
  dialects: {},
  headingRows: {},
  proposed: {},
  plans: {},
  answered: {},
  left: [],
  sourceId: undefined,
  mappingId: null,
  edits: {},
  decisions: {},
  reading: null,
  shown: null,
  outcome: null,
})

interface SessionStore {
  readonly get: () => ImportSession
  readonly set: (next: ImportSession) => void
  readonly subscribe: (listener: () => void) => () => void
}

const stores = new WeakMap<Client, SessionStore>()

const createStore = (client: Client): SessionStore => {
  const listeners = new Set<() => void>()
  let session = newSession()
  const set = (next: ImportSession) => {
    session = next
    for (const listener of listeners) listener()
  }
  client.bridge.onEvent(({ type }) => {
    if (type === 'workspace') set(newSession())
  })
  return {
    get: () => session,
    set,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

const storeOf = (client: Client): SessionStore => {
  const store = stores.get(client) ?? createStore(client)
  stores.set(client, store)
  return store
}

export type Change = (change: Partial<ImportSession>) => void

export interface SessionHold {
  readonly session: ImportSession
  readonly change: Change
  readonly restart: () => void
}

export const useImportSession = (): SessionHold => {
  const store = storeOf(useClient())
  const session = useSyncExternalStore(store.subscribe, store.get)
  const change = useCallback<Change>((changes) => store.set({ ...store.get(), ...changes }), [store])
  const restart = useCallback(() => store.set(newSession()), [store])
  return { session, change, restart }
}
