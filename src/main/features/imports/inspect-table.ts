// What a file looks like, and what Kith proposes to make of it.
import { guessDecimalMark, noMarkEvidence, noteAmount } from '#shared/imports/amounts.ts'
import { type DateOrder, guessDateOrder, noDateEvidence, noteDate } from '#shared/imports/dates.ts'
import { proposeColumns, proposeEntity, unitInHeading } from '#shared/imports/headings.ts'
import type { ImportEntity, ImportInspection } from '#shared/imports/import.ts'
import { proposeOwnFields } from '#shared/imports/own-fields.ts'
import { unguarded } from '#shared/imports/row-reader.ts'
import { readFieldBook } from '#main/records/field-book.ts'
import type { CallContext } from '#main/rpc/handlers.ts'
import { eachRow, type ImportTable } from './import-table.ts'
import { findPipelineId, listStages } from './imports.repository.ts'
import { MAX_NEW_STAGES, proposeStage } from './stage-register.ts'

const SAMPLES = 5
const SAMPLE_LENGTH = 200
const DAY_FIELDS: readonly (string | null)[] = ['openedOn', 'expectedCloseOn', 'closedOn', 'birthday']
const NUMBER_FIELDS: readonly (string | null)[] = ['amount', 'annualRevenue', 'employees']

/** Reads every row once. `entity` is what the user says the rows are, null to let the headings tell. */
export const inspectTable = async (
  context: CallContext,
  table: ImportTable,
  asked: ImportEntity | null,
): Promise<ImportInspection> => {
  const { headings } = table
  const entity = asked ?? proposeEntity(headings)
  // A column that is called as an own field is goes there, whatever else the word may mean.
  const { fields: definitions } = readFieldBook(context.db, entity)
  const own = proposeOwnFields(headings, definitions)
  const others = headings.map((heading, column) => (own[column] === null ? heading : ''))
  const hopes = proposeColumns(others, entity)
  const typeAt = (column: number) => definitions.find(({ key }) => key === own[column])?.type
  const samples = headings.map((): string[] => [])
  const dates = noDateEvidence()
  const marks = noMarkEvidence()
  const stageColumn = hopes.indexOf('stageName')
  const stageNames = new Set<string>()

  const rows = await eachRow(table, context, ({ cells }) => {
    for (const [column, sample] of samples.entries()) {
      const cell = cells[column]
      if (cell === undefined || cell === '') continue
      if (sample.length < SAMPLES && cell.trim() !== '') sample.push(shown(unguarded(cell).trim()))
      const field = hopes[column]
      const type = typeAt(column)
      if (DAY_FIELDS.includes(field ?? null) || type === 'day' || type === 'moment') noteDate(dates, cell)
      else if (NUMBER_FIELDS.includes(field ?? null) || type === 'number' || type === 'money') noteAmount(marks, cell)
      else if (column === stageColumn && stageNames.size <= MAX_NEW_STAGES) stageNames.add(cell.trim())
    }
  })

  const columns = proposeColumns(others, entity, (column) => samples[column]?.length === 0)
  // A column with hundreds of different names holds no stages.
  const proposed = columns.map((field, column) =>
    field === 'stageName' && stageNames.size > MAX_NEW_STAGES ? null : (own[column] ?? field),
  )
  return {
    fileName: table.file.name,
    bytes: table.file.bytes,
    rows,
    headings: [...headings],
    samples,
    plan: {
      entity,
      dialect: table.dialect,
      columns: proposed,
      dateOrder: guessDateOrder(dates, usualOrder(context)),
      decimalMark: guessDecimalMark(marks),
      amountUnit: unitIn(headings, proposed),
      currency: null,
      ...(entity === 'deal'
        ? planStages(context, proposed.includes('stageName') ? stageNames : [])
        : { stages: [], pipelineId: null }),
    },
  }
}

const shown = (cell: string): string => (cell.length > SAMPLE_LENGTH ? `${cell.slice(0, SAMPLE_LENGTH)}…` : cell)

/** The order in which the workspace's country writes days, for columns that do not tell. */
const usualOrder = (context: CallContext): DateOrder => {
  const { language, currency } = context.run('settings.get', {})
  if (language === 'zh-CN') return 'ymd'
  return currency === 'USD' ? 'mdy' : 'dmy'
}

const unitIn = (headings: readonly string[], columns: readonly (string | null)[]) => {
  const money = columns.findIndex((field) => field === 'amount' || field === 'annualRevenue')
  return unitInHeading(headings[money] ?? '')
}

const planStages = ({ db }: CallContext, names: Iterable<string>): Pick<ImportInspection['plan'], 'stages' | 'pipelineId'> => {
  const pipelineId = findPipelineId(db, null) ?? null
  const stages = pipelineId === null ? [] : listStages(db, pipelineId)
  const usable = [...names].filter((name) => name !== '' && name.length <= 100)
  return { pipelineId, stages: usable.map((name) => proposeStage(name, stages)) }
}
