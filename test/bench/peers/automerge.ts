// Automerge: one document in memory, saved as a whole at the end; its own sync protocol.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { clocked, FIELDS, RECORDS, type Result, type Side, type Workload } from './workload.ts'

type Records = Record<string, Record<string, string>>
interface Shape {
  records: Records
}
/** As much of it as is used here; documents and states are its own. */
interface AutomergeModule {
  readonly from: (shape: Shape) => unknown
  readonly change: (document: unknown, work: (draft: Shape) => void) => unknown
  readonly save: (document: unknown) => Uint8Array
  readonly load: (bytes: Uint8Array) => unknown
  readonly initSyncState: () => unknown
  readonly generateSyncMessage: (document: unknown, state: unknown) => readonly [unknown, Uint8Array | null]
  readonly receiveSyncMessage: (document: unknown, state: unknown, message: Uint8Array) => readonly [unknown, unknown]
  readonly getConflicts: (record: unknown, field: string) => object | undefined
}

/** `editsAChange`: one is what a person does; each change costs it a graph's node. */
export const runAutomerge = async (
  module: unknown,
  workload: Workload,
  folder: string,
  editsAChange: number,
): Promise<Result> => {
  const automerge = module as AutomergeModule // loaded by its name from a folder where it was just installed
  const { time, times } = clocked()
  const idOf = (record: number): string => `c${record}`
  const base = await time('baseMs', () => {
    const records: Records = {}
    for (let record = 0; record < RECORDS; record++) records[idOf(record)] = { ...workload.first(record) }
    return automerge.from({ records })
  })
  const documents = { a: base, b: await time('bootMs', () => automerge.load(automerge.save(base))) }
  await time('editsMs', () => {
    for (const side of ['a', 'b'] as const) {
      const edits = workload.edits[side]
      for (let start = 0; start < edits.length; start += editsAChange)
        documents[side] = automerge.change(documents[side], (draft) => {
          for (const { record, field, value } of edits.slice(start, start + editsAChange)) {
            const row = draft.records[idOf(record)]
            if (row) row[field] = value
          }
        })
    }
  })

  const states: Record<Side, unknown> = { a: automerge.initSyncState(), b: automerge.initSyncState() }
  let wireBytes = 0
  const say = (from: Side, to: Side): boolean => {
    const [state, message] = automerge.generateSyncMessage(documents[from], states[from])
    states[from] = state
    if (message === null) return false
    wireBytes += message.length
    const [document, heard] = automerge.receiveSyncMessage(documents[to], states[to], message)
    documents[to] = document
    states[to] = heard
    return true
  }
  await time('syncMs', () => {
    for (;;) if (![say('a', 'b'), say('b', 'a')].includes(true)) return
  })

  const saved = await time('editsMs', () => {
    const bytes = automerge.save(documents.a)
    writeFileSync(join(folder, 'a.automerge'), bytes)
    return bytes
  })
  const { records } = documents.a as Shape
  let values = 0
  for (let record = 0; record < RECORDS; record++) {
    const row = records[idOf(record)]
    for (const field of FIELDS) values += Math.max(0, Object.keys(automerge.getConflicts(row, field) ?? {}).length - 1)
  }
  const isEqual = JSON.stringify(records) === JSON.stringify((documents.b as Shape).records)
  const engine = `Automerge 3.5.0, ${editsAChange === 1 ? 'one change per edit' : `${editsAChange} edits per change`}, in memory`
  return { engine, ...times(), wireBytes, diskBytes: saved.length, conflicts: `${values} values`, isEqual }
}
