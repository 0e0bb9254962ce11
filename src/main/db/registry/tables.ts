// Every synced table: its permanent number, its columns, what is derived, and how it is searched. The migrations make the same columns;
// a test compares the two.
import { lineNetE4 } from '#shared/orders/order-amounts.ts'
import { sortKey } from '../search/sort-key.ts'
import { archiveGroup, type Columns, integer, type Table, text, type ValuesOf } from './columns.ts'
import {
  activityLinkColumns,
  activityTemplateColumns,
  attachmentColumns,
  calendarDayColumns,
  contactPointColumns,
  customFieldColumns,
  favouriteColumns,
  fieldChoiceColumns,
  fieldRuleColumns,
  layoutColumns,
  lifecycleMoveColumns,
  lifecycleStageColumns,
  recordTagColumns,
  recordTypeColumns,
  relationColumns,
  tagColumns,
  viewColumns,
} from './depth-columns.ts'
import { numberKey } from './number-key.ts'
import {
  activityColumns,
  companyColumns,
  companyContactColumns,
  contactColumns,
  dealColumns,
  deviceColumns,
  pipelineColumns,
  settingColumns,
  stageColumns,
  ticketColumns,
  ticketMessageColumns,
  ticketStatusColumns,
  userColumns,
} from './record-columns.ts'
import {
  importColumns,
  importMappingColumns,
  importSourceColumns,
  notDuplicateColumns,
  orderColumns,
  orderLineColumns,
  productColumns,
} from './trade-columns.ts'

const nothing = {} as const
const noDerived = () => ({})

const table = <const C extends Columns, const D extends Columns>(definition: Table<C, D>): Table<C, D> => definition

/** A table that is neither searched nor has anything derived. */
const plain = <const C extends Columns>(id: number, columns: C) =>
  table({ id, columns, derived: nothing, derive: noDerived, derivedFrom: [], groups: [archiveGroup], search: null })

/** A ledger: what a row says of itself is never written again. */
const ledger = <const C extends Columns, const K extends keyof C & string>(id: number, columns: C, appendOnly: readonly K[]) => ({
  ...plain(id, columns),
  appendOnly,
})

type Searchable<C extends Columns, D extends Columns> = Table<C, D> & { readonly search: NonNullable<Table<C, D>['search']> }
const searchable = <const C extends Columns, const D extends Columns>(definition: Searchable<C, D>): Searchable<C, D> =>
  definition

const priorityRanks: ReadonlyMap<string, number> = new Map(Object.entries({ low: 1, normal: 2, high: 3, urgent: 4 }))
/** Of a priority that only a newer version knows: a machine without a rank for it could take nothing more from the others. */
const UNKNOWN_PRIORITY_RANK = 2

export const registry = {
  users: table({
    id: 1,
    columns: userColumns,
    derived: { sortName: text(90) },
    derive: (row) => ({ sortName: sortKey(row.name) }),
    derivedFrom: ['name'],
    groups: [archiveGroup],
    search: null,
  }),
  settings: plain(2, settingColumns),
  companies: searchable({
    id: 10,
    columns: companyColumns,
    derived: { sortName: text(90), sortCity: text(91), sortIndustry: text(92) },
    derive: (row) => ({ sortName: sortKey(row.name), sortCity: sortKey(row.city), sortIndustry: sortKey(row.industry) }),
    derivedFrom: ['name', 'city', 'industry'],
    groups: [archiveGroup],
    customFor: 'company',
    search: {
      hasContactPoints: true,
      kind: 90,
      columns: ['name', 'phone', 'email', 'website', 'city', 'address', 'externalId', 'creditCode'],
      text: (row) => ({
        name: row.name,
        phones: [row.phone],
        words: [row.email, row.city, row.address],
        parts: [row.email, row.website, row.externalId, row.creditCode],
      }),
    },
  }),
  contacts: searchable({
    id: 11,
    columns: contactColumns,
    derived: { sortName: text(90), sortCity: text(91) },
    derive: (row) => ({ sortName: sortKey(row.name), sortCity: sortKey(row.city) }),
    derivedFrom: ['name', 'city'],
    groups: [archiveGroup],
    customFor: 'contact',
    search: {
      hasContactPoints: true,
      kind: 70,
      columns: ['name', 'phone', 'email', 'city', 'address', 'externalId'],
      text: (row) => ({
        name: row.name,
        phones: [row.phone],
        words: [row.email, row.city, row.address],
        parts: [row.email, row.externalId],
      }),
    },
  }),
  companyContacts: plain(12, companyContactColumns),
  activities: searchable({
    id: 20,
    columns: activityColumns,
    derived: { sortTitle: text(90) },
    derive: (row) => ({ sortTitle: sortKey(row.title) }),
    derivedFrom: ['title'],
    groups: [archiveGroup],
    search: {
      kind: 10,
      columns: ['title', 'text'],
      text: (row) => ({ name: row.title, phones: [], words: [row.text], parts: [] }),
    },
  }),
  pipelines: plain(30, pipelineColumns),
  stages: plain(31, stageColumns),
  deals: searchable({
    id: 32,
    columns: dealColumns,
    derived: { sortTitle: text(90) },
    derive: (row) => ({ sortTitle: sortKey(row.title) }),
    derivedFrom: ['title'],
    groups: [archiveGroup, ['stageId', 'position', 'status', 'closedOn', 'lossReason']],
    customFor: 'deal',
    search: {
      kind: 50,
      columns: ['title', 'product', 'externalId'],
      text: (row) => ({ name: row.title, phones: [], words: [row.product], parts: [row.externalId] }),
    },
  }),
  ticketStatuses: plain(41, ticketStatusColumns),
  tickets: searchable({
    id: 40,
    columns: ticketColumns,
    derived: { priorityRank: integer(90), numberKey: text(91), sortSubject: text(92) },
    derive: (row) => ({
      priorityRank: priorityRanks.get(row.priority) ?? UNKNOWN_PRIORITY_RANK,
      numberKey: numberKey(row.number),
      sortSubject: sortKey(row.subject),
    }),
    derivedFrom: ['priority', 'number', 'subject'],
    groups: [archiveGroup, ['statusId', 'closedAt']],
    customFor: 'ticket',
    search: {
      kind: 30,
      columns: ['number', 'subject', 'externalId'],
      text: (row) => ({ name: row.subject, phones: [], words: [row.number], parts: [row.number, row.externalId] }),
    },
  }),
  ticketMessages: ledger(42, ticketMessageColumns, ['kind', 'text', 'sentAt']),
  contactPoints: plain(50, contactPointColumns),
  relations: plain(51, relationColumns),
  lifecycleStages: plain(52, lifecycleStageColumns),
  lifecycleMoves: ledger(53, lifecycleMoveColumns, ['onDay', 'note']),
  tags: table({
    id: 54,
    columns: tagColumns,
    derived: { sortName: text(90) },
    derive: (row) => ({ sortName: sortKey(row.name) }),
    derivedFrom: ['name'],
    groups: [archiveGroup],
    search: null,
  }),
  recordTags: plain(55, recordTagColumns),
  favourites: plain(56, favouriteColumns),
  customFields: plain(60, customFieldColumns),
  fieldChoices: plain(61, fieldChoiceColumns),
  recordTypes: plain(62, recordTypeColumns),
  layouts: plain(63, layoutColumns),
  fieldRules: plain(64, fieldRuleColumns),
  views: plain(65, viewColumns),
  attachments: searchable({
    id: 70,
    columns: attachmentColumns,
    derived: nothing,
    derive: noDerived,
    derivedFrom: [],
    groups: [archiveGroup],
    search: {
      kind: 5,
      columns: ['name'],
      text: (row) => ({ name: row.name, phones: [], words: [], parts: [row.name] }),
    },
  }),
  activityLinks: plain(71, activityLinkColumns),
  activityTemplates: plain(72, activityTemplateColumns),
  calendarDays: plain(73, calendarDayColumns),
  products: searchable({
    id: 80,
    columns: productColumns,
    derived: { sortName: text(90), sortCategory: text(91) },
    derive: (row) => ({ sortName: sortKey(row.name), sortCategory: sortKey(row.category) }),
    derivedFrom: ['name', 'category'],
    groups: [archiveGroup],
    search: {
      kind: 40,
      columns: ['name', 'code', 'category', 'externalId'],
      text: (row) => ({ name: row.name, phones: [], words: [row.category, row.code], parts: [row.code, row.externalId] }),
    },
  }),
  orders: searchable({
    id: 81,
    columns: orderColumns,
    derived: { numberKey: text(90) },
    derive: (row) => ({ numberKey: numberKey(row.number) }),
    derivedFrom: ['number'],
    groups: [archiveGroup],
    search: {
      kind: 35,
      columns: ['number', 'externalId'],
      text: (row) => ({ name: null, phones: [], words: [row.number], parts: [row.number, row.externalId] }),
    },
  }),
  orderLines: table({
    id: 82,
    columns: orderLineColumns,
    derived: { netE4: integer(90) },
    derive: (row) => ({ netE4: lineNetE4(row) }),
    derivedFrom: ['quantityMilli', 'unitPriceE4', 'discountBp'],
    groups: [archiveGroup],
    search: null,
  }),
  importSources: plain(83, importSourceColumns),
  importMappings: plain(84, importMappingColumns),
  imports: ledger(85, importColumns, ['fileName', 'fileHash', 'counts']),
  notDuplicates: plain(86, notDuplicateColumns),
  devices: plain(90, deviceColumns),
} as const

export type Registry = typeof registry
export type TableName = keyof Registry

/** What the log captures of a row. */
export type RowValues<T extends TableName> = ValuesOf<Registry[T]['columns']>
