// PouchDB on LevelDB, not encrypted: a document for each record. What goes over the wire is counted as the JSON that it would be.
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { clocked, RECORDS, type Result, type Side, type Workload } from './workload.ts'

interface Row {
  readonly id: string
  readonly doc: Readonly<Record<string, unknown>>
}
/** As much of it as is used here. */
interface Pouch {
  readonly bulkDocs: (
    docs: readonly unknown[],
    ...more: unknown[]
  ) => Promise<readonly { readonly id: string; readonly rev: string }[]>
  readonly put: (doc: unknown) => Promise<{ readonly rev: string }>
  readonly allDocs: (options: unknown) => Promise<{ readonly rows: readonly Row[] }>
  readonly close: () => Promise<void>
}
interface PouchModule {
  new (path: string): Pouch
  readonly replicate: (from: Pouch, to: Pouch) => Promise<unknown>
}

/** Counts what the replication asks of a database and is answered. */
const counting = (database: Pouch, count: (bytes: number) => void): void => {
  const methods = database as unknown as Record<string, (...words: unknown[]) => unknown> // its methods are replaced one by one
  for (const name of ['changes', 'revsDiff', 'bulkGet', 'bulkDocs']) {
    const method = methods[name]?.bind(database)
    if (!method) throw new Error(`PouchDB has no ${name} any more.`)
    methods[name] = (...words) => {
      const sent = words.filter((word) => typeof word !== 'function')
      count(JSON.stringify(sent).length)
      const answer = method(...words)
      // `changes` answers an emitter that is a promise, too.
      void Promise.resolve(answer).then(
        (value: unknown) => count(JSON.stringify(value)?.length ?? 0),
        () => undefined,
      )
      return answer
    }
  }
}

const sizeOf = (folder: string): number => readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0)

export const runPouch = async (module: unknown, workload: Workload, folder: string): Promise<Result> => {
  const Database = module as PouchModule // loaded by its name from a folder where it was just installed
  const { time, times } = clocked()
  const machines = { a: new Database(join(folder, 'a')), b: new Database(join(folder, 'b')) }
  const idOf = (record: number): string => `c${String(record).padStart(5, '0')}`
  let wireBytes = 0

  await time('baseMs', async () => {
    for (let start = 0; start < RECORDS; start += 1000)
      await machines.a.bulkDocs(
        Array.from({ length: 1000 }, (_, index) => ({ _id: idOf(start + index), ...workload.first(start + index) })),
      )
  })
  await time('bootMs', () => Database.replicate(machines.a, machines.b))
  const known = await machines.a.allDocs({ include_docs: true })
  const docsOf = (): Map<string, Readonly<Record<string, unknown>>> => new Map(known.rows.map(({ id, doc }) => [id, doc]))
  const docs = { a: docsOf(), b: docsOf() }
  const edit = async (side: Side): Promise<void> => {
    for (const { record, field, value } of workload.edits[side]) {
      const changed = { ...docs[side].get(idOf(record)), [field]: value }
      const { rev } = await machines[side].put(changed)
      docs[side].set(idOf(record), { ...changed, _rev: rev })
    }
  }
  await time('editsMs', async () => {
    await edit('a')
    await edit('b')
  })
  for (const database of Object.values(machines)) counting(database, (bytes) => (wireBytes += bytes))
  await time('syncMs', async () => {
    await Database.replicate(machines.a, machines.b)
    await Database.replicate(machines.b, machines.a)
  })

  const wire = wireBytes
  const read = async (database: Pouch) => (await database.allDocs({ include_docs: true, conflicts: true })).rows
  const [rowsA, rowsB] = [await read(machines.a), await read(machines.b)]
  const withConflicts = rowsA.filter(({ doc }) => Array.isArray(doc['_conflicts'])).length
  const plain = (rows: readonly Row[]): string => JSON.stringify(rows.map(({ id, doc }) => [id, doc['_rev']]))
  const isEqual = plain(rowsA) === plain(rowsB)
  await machines.a.close()
  await machines.b.close()
  const conflicts = `${withConflicts} documents, not fields`
  return {
    engine: 'PouchDB 9.0.0, LevelDB',
    ...times(),
    wireBytes: wire,
    diskBytes: sizeOf(join(folder, 'a')),
    conflicts,
    isEqual,
  }
}
