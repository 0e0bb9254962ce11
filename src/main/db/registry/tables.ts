// Every synced table: its permanent number, its columns, what is derived, and how it is searched. The migrations make the same columns;
// a test compares the two.
import { sortKey } from '../search/sort-key.ts'
import { archiveGroup, type Columns, integer, type Table, text, type ValuesOf } from './columns.ts'
import {
  activityColumns,
  companyColumns,
  companyContactColumns,
  contactColumns,
  dealColumns,
  pipelineColumns,
  settingColumns,
  stageColumns,
  ticketColumns,
  ticketMessageColumns,
  ticketStatusColumns,
  userColumns,
} from './record-columns.ts'

const nothing = {} as const
const noDerived = () => ({})

const table = <const C extends Columns, const D extends Columns>(definition: Table<C, D>): Table<C, D> => definition

type Searchable<C extends Columns, D extends Columns> = Table<C, D> & { readonly search: NonNullable<Table<C, D>['search']> }
const searchable = <const C extends Columns, const D extends Columns>(definition: Searchable<C, D>): Searchable<C, D> =>
  definition

const priorityRanks = { low: 1, normal: 2, high: 3, urgent: 4 } as const

/** `T-A-1042` as a key that sorts by series, then by number. */
const numberKey = (number: string): string => number.replace(/\d+$/u, (digits) => digits.padStart(12, '0'))

export const registry = {
  users: table({
    id: 1,
    columns: userColumns,
    derived: { sortName: text(90) },
    derive: (row) => ({ sortName: sortKey(row.name) }),
    groups: [archiveGroup],
    search: null,
  }),
  settings: table({ id: 2, columns: settingColumns, derived: nothing, derive: noDerived, groups: [archiveGroup], search: null }),
  companies: searchable({
    id: 10,
    columns: companyColumns,
    derived: { sortName: text(90), sortCity: text(91), sortIndustry: text(92) },
    derive: (row) => ({ sortName: sortKey(row.name), sortCity: sortKey(row.city), sortIndustry: sortKey(row.industry) }),
    groups: [archiveGroup],
    search: {
      kind: 90,
      columns: ['name', 'phone', 'email', 'website', 'city', 'address', 'externalId'],
      text: (row) => ({
        name: row.name,
        phones: [row.phone],
        words: [row.email, row.city, row.address],
        parts: [row.email, row.website, row.externalId],
      }),
    },
  }),
  contacts: searchable({
    id: 11,
    columns: contactColumns,
    derived: { sortName: text(90), sortCity: text(91) },
    derive: (row) => ({ sortName: sortKey(row.name), sortCity: sortKey(row.city) }),
    groups: [archiveGroup],
    search: {
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
  companyContacts: table({
    id: 12,
    columns: companyContactColumns,
    derived: nothing,
    derive: noDerived,
    groups: [archiveGroup],
    search: null,
  }),
  activities: searchable({
    id: 20,
    columns: activityColumns,
    derived: nothing,
    derive: noDerived,
    groups: [archiveGroup],
    search: {
      kind: 10,
      columns: ['title', 'text'],
      text: (row) => ({ name: row.title, phones: [], words: [row.text], parts: [] }),
    },
  }),
  pipelines: table({
    id: 30,
    columns: pipelineColumns,
    derived: nothing,
    derive: noDerived,
    groups: [archiveGroup],
    search: null,
  }),
  stages: table({ id: 31, columns: stageColumns, derived: nothing, derive: noDerived, groups: [archiveGroup], search: null }),
  deals: searchable({
    id: 32,
    columns: dealColumns,
    derived: nothing,
    derive: noDerived,
    groups: [archiveGroup, ['stageId', 'position', 'status', 'closedOn', 'lossReason']],
    search: {
      kind: 50,
      columns: ['title', 'product', 'externalId'],
      text: (row) => ({ name: row.title, phones: [], words: [row.product], parts: [row.externalId] }),
    },
  }),
  ticketStatuses: table({
    id: 41,
    columns: ticketStatusColumns,
    derived: nothing,
    derive: noDerived,
    groups: [archiveGroup],
    search: null,
  }),
  tickets: searchable({
    id: 40,
    columns: ticketColumns,
    derived: { priorityRank: integer(90), numberKey: text(91) },
    derive: (row) => ({ priorityRank: priorityRanks[row.priority], numberKey: numberKey(row.number) }),
    groups: [archiveGroup, ['statusId', 'closedAt']],
    search: {
      kind: 30,
      columns: ['number', 'subject', 'externalId'],
      text: (row) => ({ name: row.subject, phones: [], words: [row.number], parts: [row.number, row.externalId] }),
    },
  }),
  ticketMessages: table({
    id: 42,
    columns: ticketMessageColumns,
    derived: nothing,
    derive: noDerived,
    groups: [archiveGroup],
    search: null,
  }),
} as const

export type Registry = typeof registry
export type TableName = keyof Registry

/** What the log captures of a row. */
export type RowValues<T extends TableName> = ValuesOf<Registry[T]['columns']>
