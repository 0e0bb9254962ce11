// All tables of a plan, one after the other, in one go: looked at for a preview, or written in the running operation.
import { AppError } from '#shared/base/app-error.ts'
import type { FateCounts, MadeAlong as MadeCounts } from '#shared/imports/preview.ts'
import type { ImportPlan } from '#shared/imports/plan.ts'
import { type RowFault, rowFault } from '#shared/imports/reading.ts'
import type { Stage } from '#shared/deals/deal.ts'
import type { Db, WriteTx } from '#main/db/database.ts'
import type { CallContext } from '#main/rpc/handlers.ts'
import { alongCounts, LISTED } from './along-counts.ts'
import { createBesideRows } from './beside-rows.ts'
import { sheetFor } from './carried-columns.ts'
import { picturesOf } from './pictures.ts'
import { createStrength } from './strength.ts'
import { readOffice } from './office.ts'
import { editsOf, type ImportFiles, mended, type Sheet } from './sheets.ts'
import { createTableImport } from './table-import.ts'
import type { TableImport } from './table-work.ts'
import { createTagRegister } from './tags.ts'
import { createTouches, noTouches } from './touches.ts'
import { createWorld, type World } from './world.ts'
import { createRecordWriter, writeMadeAlong } from './write-record.ts'

/** How many rows are taken between two questions whether the user gave up. */
const STRIDE = 500
/** Of more rows than these a preview does not remember which have to do with each other: it would take 100 MB and more. */
const MOST_TOUCHED = 300_000

export interface ImportDone {
  readonly world: World
  readonly tables: readonly TableImport[]
  /** What each table asked for that was not there. */
  readonly made: readonly MadeCounts[]
  readonly counts: readonly FateCounts[]
}

interface Setting {
  readonly db: Db
  readonly tx: WriteTx | null
  readonly newId: () => string
  readonly plan: ImportPlan
  readonly files: ImportFiles
}

export const importAll = (context: CallContext, { db, tx, newId, plan, files }: Setting): ImportDone => {
  const total = plan.tables.reduce((sum, { file, table }) => sum + files.sheet(file, table).spool.rows, 0)
  // Only a preview is gone over again.
  const touches = tx === null && total <= MOST_TOUCHED ? createTouches() : noTouches
  const world = createWorld(db, { plan, office: readOffice(context), newId, touches })
  const tags = createTagRegister(db, newId)
  const strength = createStrength(context, plan.sourceId)
  let done = 0
  const tables: TableImport[] = []
  const tagsBefore: number[] = []
  const photos: number[] = []
  const newStages: Stage[][] = []
  for (const [place, table] of plan.tables.entries()) {
    const { spool, faults } = sheetFor(files, table)
    if (spool.head.width !== table.columns.length) throw new AppError('conflict', 'imports.file.changed')
    let write: ReturnType<typeof createRecordWriter> | null = null
    const beside = createBesideRows(world, tags, picturesOf(context, files, table))
    const one = createTableImport(world, {
      ...{ plan, place, beside, keepStronger: strength.keeper(table.entity) },
      write: tx === null ? null : (row) => write?.(row),
    })
    if (tx) write = createRecordWriter(tx, table.entity, { world, settings: one.settings, tags })
    tagsBefore.push(tags.made.length)
    const edits = editsOf(plan, place)
    const shape = shapesOf(faults)
    for (const batch of spool.batches()) {
      for (let at = 0; at < batch.length; at += STRIDE) {
        const some = batch.slice(at, at + STRIDE)
        one.take(some.map((row) => ({ ...mended(row, edits), faults: shape(row.row) })))
        done += some.length
        context.progress(tx === null ? 'imports.step.checking' : 'imports.step.writing', done, total)
        context.checkCancelled()
      }
    }
    tables.push(one)
    photos.push(beside.photos())
    newStages.push(one.stagesMade())
  }
  if (tx) {
    tags.write(tx)
    for (const stage of newStages.flat()) tx.insert('stages', stage)
    writeMadeAlong(tx, world)
  }
  // What is looked up from here on is no row's.
  touches.begin(0)
  const along = alongCounts(world, tables.length)
  const made = along.map((counts, place) => ({
    ...counts,
    photos: photos[place] ?? 0,
    tags: tags.made
      .slice(tagsBefore[place], tagsBefore[place + 1])
      .map(({ name }) => name)
      .slice(0, LISTED),
    stages: (newStages[place] ?? []).map(({ name }) => name),
  }))
  return { world, tables, made, counts: tables.map(({ results }) => results.counts()) }
}

/** What is odd about the shape of a row. */
export const shapesOf = (faults: Sheet['faults']): ((row: number) => RowFault[]) => {
  type Key = Parameters<typeof rowFault>[0]['messageKey']
  return (row) =>
    (faults.get(row) ?? []).map(({ messageKey, severity, params, column }) =>
      // Faults of a file's shape come with keys of another catalogue.
      rowFault({ severity, params, messageKey: messageKey as Key }, column === null ? {} : { column }),
    )
}
