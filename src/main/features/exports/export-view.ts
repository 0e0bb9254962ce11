// A view taken out: which rows, which columns, and the file of the wanted kind.
import { basename, extname } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { AppError } from '#shared/base/app-error.ts'
import { MAX_ROWS } from '#shared/base/fields.ts'
import type { ExportViewInput } from '#shared/exports/exports.contract.ts'
import { type ListEntity, recordTypeOf } from '#shared/lists/list-entity.ts'
import type { ListField } from '#shared/lists/list-field.ts'
import type { ListRow } from '#shared/lists/list-question.ts'
import type { CallContext } from '#main/rpc/handlers.ts'
import { writeCsv } from './csv-view.ts'
import { type Sink, writeTarget } from './file-target.ts'
import type { OutColumn } from './out-column.ts'
import { pointColumns } from './point-columns.ts'
import { furtherCompanyColumn, mainTypeColumns, type Reached, reachedBy } from './reached.ts'
import { listPointShapes } from './points.repository.ts'
import { calendarIn, speechIn } from './speech.ts'
import { type CardEntity, cardColumns, writeVcards } from './vcard-view.ts'
import { viewColumns } from './view-columns.ts'
import { writeXlsx } from './xlsx-view.ts'

/** Writes the file and answers how many rows it holds: all that the view has, or an error. */
export const exportView = async (context: CallContext, input: ExportViewInput): Promise<number> => {
  const { entity, format, target } = input
  if (format === 'vcard' && !isCardEntity(entity)) throw new AppError('invalid_input', 'exports.noCards')
  const ids = idsOf(context, input)
  const reached = reachedBy(context.db)
  let written = 0
  await writeTarget(target, async (sink) => {
    const plan = planOf(context, input, { ids, reached })
    const pages = pagesOf(context, { entity, ids, columns: plan.asked, reached: plan.isReaching ? reached : null })
    const counted = async function* (): AsyncGenerator<readonly ListRow[]> {
      for await (const rows of pages) {
        written += rows.length
        yield rows
      }
    }
    await plan.write(sink, counted())
    // Fewer rows than the list showed would be a lie.
    if (written !== ids.length) throw new AppError('conflict', 'exports.changedMeanwhile')
  })
  return written
}

const isCardEntity = (entity: ListEntity): entity is CardEntity => Object.hasOwn(cardColumns, entity)

const questionOf = ({ entity, state, text, filter, importId, sort, today }: ExportViewInput) => ({
  entity,
  state,
  text,
  filter,
  importId,
  sort,
  today,
})

const idsOf = (context: CallContext, input: ExportViewInput): readonly string[] => {
  const { group, only, except } = input
  return context.run('lists.ids', { ...questionOf(input), group, only, except }).ids
}

interface Plan {
  /** The fields to read of each row. */
  readonly asked: readonly string[]
  /** Whether the numbers and addresses of the rows are wanted, too. */
  readonly isReaching: boolean
  readonly write: (sink: Sink, pages: AsyncIterable<readonly ListRow[]>) => Promise<void>
}

const planOf = (
  context: CallContext,
  input: ExportViewInput,
  { ids, reached }: { readonly ids: readonly string[]; readonly reached: Reached },
): Plan => {
  const { entity, format, language, target, days, vcardVersion } = input
  if (format === 'vcard' && isCardEntity(entity)) {
    const { pointsOf, mainTypesOf } = reached
    return {
      asked: cardColumns[entity],
      isReaching: true,
      write: (sink, pages) => writeVcards(sink, pages, { entity, version: vcardVersion, pointsOf, mainTypesOf }),
    }
  }
  const fields = fieldsOf(context, input)
  const columns = columnsOf(context, input, { fields, ids, reached })
  const say = speechIn(language)
  const calendar = calendarIn(language, context.run('settings.get', {}).timeZone)
  return {
    asked: fields.map(({ id }) => id),
    isReaching: input.withPoints,
    write: (sink, pages) =>
      format === 'csv'
        ? writeCsv(sink, columns, pages, { say, calendar, days })
        : writeXlsx(sink, columns, pages, basename(target, extname(target))),
  }
}

/** The group first, if no column shows it. */
const fieldsOf = ({ run }: CallContext, { entity, columns, group }: ExportViewInput): readonly ListField[] => {
  const known = new Map(run('lists.fields', { entity }).map((field) => [field.id, field]))
  const wanted = group === null || columns.includes(group) ? columns : [group, ...columns]
  const fields = [...new Set(wanted)].flatMap((id) => known.get(id) ?? [])
  if (fields.length === 0) throw new AppError('invalid_input', 'exports.noColumns')
  return fields
}

const columnsOf = (
  context: CallContext,
  input: ExportViewInput,
  { fields, ids, reached }: { readonly fields: readonly ListField[]; readonly ids: readonly string[]; readonly reached: Reached },
): OutColumn[] => {
  const { run, db } = context
  const { entity, language, withPoints, format } = input
  const say = speechIn(language)
  const calendar = calendarIn(language, run('settings.get', {}).timeZone)
  const amounts = fields.filter(({ type, currency }) => type === 'money' && currency === null).map(({ id }) => id)
  const sums = amounts.length === 0 ? [] : run('lists.totals', { ...questionOf(input), columns: amounts }).sums
  const currenciesOf = (id: string) => sums.filter(({ field }) => field === id).flatMap(({ currency }) => currency ?? [])
  const type = recordTypeOf[entity]
  const isCustomer = withPoints && (type === 'company' || type === 'contact')
  return [
    ...viewColumns(fields, { say, calendar, currenciesOf, isCurrencyApart: format === 'xlsx' || input.only !== null }),
    ...(isCustomer ? mainTypeColumns(db, type, ids, say, reached) : []),
    ...(isCustomer && type === 'contact' ? furtherCompanyColumn(db, ids, say, reached) : []),
    ...(isCustomer ? pointColumns(listPointShapes(db, ids), say, reached.pointsOf) : []),
  ]
}

interface AskedRows {
  readonly entity: ListEntity
  readonly ids: readonly string[]
  readonly columns: readonly string[]
  /** Told of each page before its rows. */
  readonly reached: Reached | null
}

const pagesOf = async function* (
  context: CallContext,
  { entity, ids, columns, reached }: AskedRows,
): AsyncGenerator<readonly ListRow[]> {
  const type = recordTypeOf[entity]
  for (let at = 0; at < ids.length; at += MAX_ROWS) {
    context.checkCancelled()
    context.progress('exports.step.rows', at, ids.length)
    const page = ids.slice(at, at + MAX_ROWS)
    if (reached && (type === 'company' || type === 'contact')) reached.turnTo(type, page)
    yield context.run('lists.rows', { entity, columns: [...columns], ids: page })
    // Other questions have their turn between two pages.
    await setImmediate()
  }
}
