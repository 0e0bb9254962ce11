// What files look like, and what Kith proposes to make of them.
import { basename } from 'node:path'
import type { MessageParams } from '#shared/base/app-error.ts'
import { createColumnJudge } from '#shared/imports/column-looks.ts'
import { foldName } from '#shared/imports/fold-name.ts'
import type { ImportInspection, InspectedTable } from '#shared/imports/inspection.ts'
import { mayHoldRecords } from '#shared/imports/lists-of-words.ts'
import { type CsvDialect, type ImportEntity, type ImportPlan, importPlan } from '#shared/imports/plan.ts'
import { proposeEntities } from '#shared/imports/propose-columns.ts'
import { proposeTables } from '#shared/imports/propose-tables.ts'
import { isOutside } from '#shared/imports/reading.ts'
import { shareMarks } from '#shared/imports/share-marks.ts'
import { unguarded } from '#shared/base/guarded-cell.ts'
import type { CallContext } from '#main/rpc/handlers.ts'
import { withCarried } from './carried-columns.ts'
import { decodedOnce, twiceEncodedIn } from '#main/tables/csv/twice-encoded.ts'
import { findMapping, followMapping, programOf } from './mappings.ts'
import { ownFieldsOf, readOffice } from './office.ts'
import { type ImportFiles, openSheets, type Sheet } from './sheets.ts'
import { findPipelineId, listLifecycleNames, listStages } from './imports.repository.ts'
import { MAX_NEW_STAGES, proposeStage } from './stage-register.ts'

export interface InspectAsked {
  readonly files: readonly string[]
  readonly entity: ImportEntity | null
  readonly dialects: readonly (CsvDialect | null)[]
  readonly headingRows: ImportPlan['headingRows']
}

export type Inspected = ImportInspection

export const inspectFiles = async (context: CallContext, asked: InspectAsked): Promise<Inspected> => {
  const opened = await openSheets(context, {
    paths: asked.files,
    dialects: asked.dialects,
    headingRows: asked.headingRows,
    wanted: null,
  })
  const tables = asked.files.flatMap((_path, file) =>
    (opened.fileAt(file)?.tables ?? []).map((_head, table) => inspectTable(opened.sheet(file, table), { opened, file, table })),
  )
  const plan = proposePlan(context, { asked, opened, tables })
  const warned = tables.map((table) => withGuess(table, plan))
  const mapping = tables.some(({ rows }) => rows > 0) ? findMapping(context.db, tables) : null
  const dialects = asked.files.map((_path, file) => opened.fileAt(file)?.dialect ?? null)
  return {
    files: asked.files.map((path, file) => inspectedFile(opened, file, path)),
    tables: warned,
    plan: mapping === null ? plan : followMapping(mapping, plan ?? { dialects, headingRows: asked.headingRows, tables: [] }),
    mapping: mapping === null ? null : { id: mapping.id, name: mapping.name },
    program: programOf(tables),
  }
}

const inspectedFile = (opened: ImportFiles, place: number, path: string): ImportInspection['files'][number] => {
  const file = opened.fileAt(place)
  if (file) {
    const { name, bytes, kind, dialect, encodings } = file
    return { name, bytes, kind, dialect, encodings: [...encodings], problem: null }
  }
  const error = opened.bad.find((one) => one.file === place)?.error
  return {
    ...{ name: basename(path), bytes: 0, kind: null, dialect: null, encodings: [] },
    problem: error ? { messageKey: error.messageKey, params: plainParams(error.params) } : null,
  }
}

const plainParams = (params: MessageParams): Record<string, string | number> =>
  Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, typeof value === 'number' ? value : String(value)] as const),
  )

const inspectTable = (
  sheet: Sheet,
  { opened, file, table }: { readonly opened: ImportFiles; readonly file: number; readonly table: number },
): InspectedTable => {
  const { spool, faults } = sheet
  const { head } = spool
  const judges = head.headings.map(createColumnJudge)
  for (const batch of spool.batches()) {
    for (const { row, cells } of batch) {
      if (faults.get(row)?.some(isOutside)) continue
      for (const [column, judge] of judges.entries()) {
        const cell = cells[column]
        if (cell !== undefined && cell !== '') judge.note(unguarded(cell))
      }
    }
  }
  const columns = withCarried(sheet, shareMarks(judges.map((judge, column) => judge.result(head.headings[column] ?? ''))))
  const odd = Map.groupBy([...faults.values()].flat(), ({ messageKey }) => messageKey)
  const entities: InspectedTable['entities'] =
    opened.fileAt(file)?.kind === 'ics' ? [{ entity: 'activity', confidence: 1 }] : proposeEntities(columns)
  return {
    ...{ file, table, name: head.name, isHidden: head.isHidden, rows: spool.rows, headingRow: head.headingRow, columns },
    entities,
    warnings: [
      ...(head.isDownward ? [{ messageKey: 'imports.table.downward', params: {} }] : []),
      ...encodingOf(opened.fileAt(file)?.dialect ?? null, spool),
      ...columns.flatMap(({ heading, carried }) =>
        carried?.isLikely === true ? [{ messageKey: 'imports.table.carried', params: { heading, rows: carried.rows } }] : [],
      ),
      ...[...odd].map(([messageKey, some]) => ({ messageKey, params: { ...some[0]?.params } })),
    ],
  }
}

/** Whether the text was encoded twice, put right or not; judged by the headings and the first rows, as they stand in the file. */
const encodingOf = (dialect: CsvDialect | null, { head, batches }: Sheet['spool']): InspectedTable['warnings'] => {
  if (dialect?.encoding === 'utf-8-twice') return [{ messageKey: 'imports.table.decoded_once', params: {} }]
  const [first = []] = batches()
  const texts = [...head.headings, ...first.flatMap(({ cells }) => cells)]
  const value = texts.find((text) => twiceEncodedIn(text).share > 0.5)
  if (value === undefined) return []
  const params = { value: value.slice(0, 60), right: decodedOnce(value).slice(0, 60) }
  return [{ messageKey: 'imports.table.encoded_twice', params }]
}

/** Says of a table for which nothing, or only a guess, is proposed that it is so. */
const withGuess = (table: InspectedTable, plan: ImportPlan | null): InspectedTable => {
  if (table.rows === 0) return table
  const isPlanned = plan?.tables.some(({ file, table: place }) => file === table.file && place === table.table) === true
  const isNothing = !isPlanned && !mayHoldRecords(table.columns, table.entities[0]?.entity ?? null)
  const isGuess = isPlanned && table.entities.length === 0
  const messageKey = isNothing ? 'imports.table.nothing' : isGuess ? 'imports.table.not_understood' : null
  return messageKey === null ? table : { ...table, warnings: [{ messageKey, params: {} }, ...table.warnings] }
}

interface Proposing {
  readonly asked: InspectAsked
  readonly opened: ImportFiles
  readonly tables: readonly InspectedTable[]
}

const proposePlan = (context: CallContext, { asked, opened, tables }: Proposing): ImportPlan | null => {
  const office = readOffice(context)
  const isChinese = office.language === 'zh-CN'
  const own = new Map<ImportEntity, ReturnType<typeof ownFieldsOf>>()
  const looked = tables
    .filter(({ rows }) => rows > 0)
    .map(({ file, table, columns }) => ({
      file,
      table,
      columns,
      asked: asked.entity,
      isCalendar: opened.fileAt(file)?.kind === 'ics',
      isCards: opened.fileAt(file)?.kind === 'vcard',
    }))
  const proposed = proposeTables(looked, {
    usualOrder: isChinese ? 'ymd' : office.currency === 'USD' ? 'mdy' : 'dmy',
    usualMark: isChinese || ['USD', 'GBP', 'CNY'].includes(office.currency) ? '.' : ',',
    own: (entity) => {
      let fields = own.get(entity)
      if (!fields) own.set(entity, (fields = ownFieldsOf(context.db, entity, office)))
      return fields
    },
  })
  if (proposed.length === 0) return null
  const known = new Set(listLifecycleNames(context.db).map(({ name }) => foldName(name)))
  return importPlan.parse({
    dialects: asked.files.map((_path, file) => opened.fileAt(file)?.dialect ?? null),
    headingRows: asked.headingRows,
    tables: proposed
      .map((plan) => withoutStrangeStages(plan, tables, known))
      .map((plan) => (plan.entity === 'deal' ? { ...plan, ...stagesFor(context, plan, tables) } : plan)),
  })
}

/** Another program's stages of a lifecycle that share no name with the office's: each row that names one would be refused. */
const withoutStrangeStages = (
  plan: ImportPlan['tables'][number],
  tables: readonly InspectedTable[],
  known: ReadonlySet<string>,
): ImportPlan['tables'][number] => {
  const table = tables.find(({ file, table: at }) => file === plan.file && at === plan.table)
  const isStrange = (place: number): boolean => !table?.columns[place]?.values.some(({ value }) => known.has(foldName(value)))
  return {
    ...plan,
    columns: plan.columns.map((column, place) =>
      column.field === 'lifecycleStage' && isStrange(place) ? { ...column, field: null } : column,
    ),
  }
}

const stagesFor = (
  { db }: CallContext,
  plan: ImportPlan['tables'][number],
  tables: readonly InspectedTable[],
): Pick<ImportPlan['tables'][number], 'stages' | 'pipelineId'> => {
  const pipelineId = findPipelineId(db, null) ?? null
  const stages = pipelineId === null ? [] : listStages(db, pipelineId)
  const place = plan.columns.findIndex(({ field }) => field === 'stage')
  const table = tables.find(({ file, table: at }) => file === plan.file && at === plan.table)
  const names = (table?.columns[place]?.values ?? []).map(({ value }) => value).filter((name) => name.length <= 100)
  return { pipelineId, stages: names.slice(0, MAX_NEW_STAGES).map((name) => proposeStage(name, stages)) }
}
