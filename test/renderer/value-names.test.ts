// Values that are one of a few, and the fields that cross, in words: nobody reads `no_answer` in a history or among conflicts.
import { expect, test } from 'vitest'
import { type RowValues, registry, type TableName } from '#main/db/registry/tables.ts'
import { layouts } from '#main/db/registry/layout.ts'
import { shownColumns, unseenTables } from '#main/features/conflicts/shown-cells.ts'
import { createFormat } from '#renderer/i18n/format.ts'
import { createTranslate } from '#renderer/i18n/translate.ts'
import { changedValues } from '#renderer/records/changes/changed-value.ts'
import { callDirection, callOutcome, activityKind, priority } from '#shared/activities/activity.ts'
import { languages } from '#shared/base/messages.ts'
import { calendarDay } from '#shared/calendar/working-time.ts'
import { customFieldType } from '#shared/custom-fields/field-type.ts'
import { companyKind } from '#shared/customers/company.ts'
import { pointKind } from '#shared/customers/contact-point.ts'
import { relationKind } from '#shared/customers/relation.ts'
import { dealStatus, stage } from '#shared/deals/deal.ts'
import { messages } from '#shared/messages.ts'
import { orderStatus } from '#shared/orders/order.ts'
import { tagColour } from '#shared/tags/tag.ts'
import { ticketChannel, ticketClock, ticketMessage, ticketPriority } from '#shared/tickets/ticket.ts'

/** Why a column needs no words. */
type Reason = { readonly untold: string }
type Values = readonly string[] | Reason

type IsOneOfAFew<Value> = [Value] extends [string] ? (string extends Value ? false : true) : false
type FewOf<T extends TableName> = {
  [C in keyof RowValues<T>]: [NonNullable<RowValues<T>[C]>] extends [never]
    ? never
    : IsOneOfAFew<NonNullable<RowValues<T>[C]>> extends true
      ? C
      : never
}[keyof RowValues<T>]
/** A column that the registry types as one of a few and that is not here does not compile. */
type Columns = {
  readonly [T in TableName as Exclude<FewOf<T>, 'archivedReason' | 'recordType'> extends never ? never : T]: Readonly<
    Record<Exclude<FewOf<T>, 'archivedReason' | 'recordType'>, Values>
  >
}

const typed: Columns = {
  companies: { kind: companyKind.options },
  activities: {
    ...{ kind: activityKind.options, priority: priority.options },
    ...{ outcome: callOutcome.options, direction: callDirection.options },
  },
  stages: { outcome: stage.shape.outcome.unwrap().options },
  deals: { status: dealStatus.options },
  ticketStatuses: { clock: ticketClock.options },
  tickets: { priority: ticketPriority.options, channel: ticketChannel.options },
  ticketMessages: { kind: ticketMessage.shape.kind.options },
  contactPoints: { kind: pointKind.options },
  tags: { colour: tagColour.options },
  customFields: { entity: ['company', 'contact', 'deal', 'ticket'] },
  recordTypes: { entity: ['company', 'contact', 'deal', 'ticket'] },
  layouts: { entity: ['company', 'contact', 'deal', 'ticket'] },
  fieldRules: { entity: ['company', 'contact', 'deal', 'ticket'] },
  calendarDays: { kind: calendarDay.shape.kind.options },
  orders: { status: orderStatus.options },
}

/** Those that the registry holds as any text. */
const untyped: Readonly<Partial<Record<TableName, Readonly<Record<string, Values>>>>> = {
  relations: { kind: relationKind.options },
  customFields: { type: customFieldType.options },
  fieldChoices: { colour: tagColour.options },
  views: { entity: { untold: 'a view stays with the list that it was made on' } },
  attachments: { source: { untold: 'a file never comes from elsewhere than it did' } },
}

const columns = [typed, untyped].flatMap((some) =>
  Object.entries(some).flatMap(([table, ofTable]) =>
    Object.entries(ofTable).map(([column, values]: [string, Values]) => ({ table, column, values })),
  ),
)

test('every value that is one of a few has a word of its own in each language', () => {
  for (const language of languages) {
    const t = createTranslate(language)
    const format = createFormat({ language, timeZone: 'UTC', now: () => 0 })
    for (const { table, column, values } of columns) {
      if ('untold' in values) continue
      const said = values.map((value) => {
        const told = { field: column, label: null, currency: null, from: null, to: value, before: null }
        return changedValues(t, format, { table, changes: [], currency: null })(told).to
      })
      expect(said, `${table}.${column}`).not.toContain(t('history.other_value'))
      expect(
        said.filter((word, index) => word === values[index]),
        `${table}.${column} in ${language}`,
      ).toEqual([])
      expect(new Set(said).size, `${table}.${column}`).toBe(values.length)
    }
  }
})

test('every field that can cross is called by a name', () => {
  const unnamed = (Object.keys(registry) as TableName[])
    .filter((table) => !unseenTables.has(table) && table !== 'settings')
    .flatMap((table) =>
      (layouts.get(table)?.cells ?? [])
        .flatMap((cell) => shownColumns({ table, cell }))
        .filter((column) => !messages.en.has(`field.${column}`))
        .map((column) => `${table}.${column}`),
    )
  expect(unnamed).toEqual([])
})
