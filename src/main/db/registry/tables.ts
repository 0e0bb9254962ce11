// Every synced table: its permanent number, its columns, what is derived, and how it is searched. The migrations make the same columns;
// a test compares the two.
import type { ActivityKind } from '#shared/activities/activity.ts'
import type { RecordType } from '#shared/base/fields.ts'
import type { DealStatus } from '#shared/deals/deal.ts'
import { sortKey } from '../search/sort-key.ts'
import {
  archiveGroup,
  type Columns,
  flag,
  integer,
  optionalInteger,
  optionalText,
  stamps,
  type Table,
  text,
  type ValuesOf,
} from './columns.ts'

const nothing = {} as const
const noDerived = () => ({})

const table = <const C extends Columns, const D extends Columns>(definition: Table<C, D>): Table<C, D> => definition

type Searchable<C extends Columns, D extends Columns> = Table<C, D> & { readonly search: NonNullable<Table<C, D>['search']> }
const searchable = <const C extends Columns, const D extends Columns>(definition: Searchable<C, D>): Searchable<C, D> =>
  definition

const userColumns = { ...stamps, name: text(10), canSignIn: flag(11) } as const
const settingColumns = { ...stamps, key: text(10), value: text(11) } as const

const companyColumns = {
  ...stamps,
  name: text(10),
  phone: optionalText(11),
  email: optionalText(12),
  website: optionalText(13),
  industry: optionalText(14),
  address: optionalText(15),
  city: optionalText(16),
  country: optionalText(17),
  employees: optionalInteger(18),
  annualRevenueMinor: optionalInteger(19),
  revenueCurrency: optionalText(20),
  foundedYear: optionalInteger(21),
  parentId: optionalText(22),
  ownerId: optionalText(23),
  description: optionalText(24),
  externalId: optionalText(25),
} as const

const contactColumns = {
  ...stamps,
  name: text(10),
  phone: optionalText(11),
  email: optionalText(12),
  address: optionalText(13),
  city: optionalText(14),
  country: optionalText(15),
  ownerId: optionalText(16),
  description: optionalText(17),
  externalId: optionalText(18),
} as const

const companyContactColumns = {
  ...stamps,
  companyId: text(10),
  contactId: text(11),
  role: optionalText(12),
  isPrimary: flag(13),
} as const

const activityColumns = {
  ...stamps,
  kind: text<ActivityKind>(10),
  recordType: text<RecordType>(11),
  recordId: text(12),
  title: optionalText(13),
  text: optionalText(14),
  happenedAt: text(15),
  durationMinutes: optionalInteger(16),
  dueOn: optionalText(17),
  dueTime: optionalText(18),
  doneAt: optionalText(19),
  ownerId: optionalText(20),
} as const

const pipelineColumns = { ...stamps, name: text(10), position: text(11) } as const
const stageColumns = {
  ...stamps,
  pipelineId: text(10),
  name: text(11),
  position: text(12),
  probability: integer(13),
  outcome: optionalText<'won' | 'lost'>(14),
} as const

const dealColumns = {
  ...stamps,
  title: text(10),
  pipelineId: text(11),
  companyId: optionalText(12),
  contactId: optionalText(13),
  ownerId: optionalText(14),
  amountMinor: optionalInteger(15),
  currency: text(16),
  expectedCloseOn: optionalText(17),
  openedOn: optionalText(18),
  product: optionalText(19),
  description: optionalText(20),
  externalId: optionalText(21),
  stageId: text(30),
  position: text(31),
  status: text<DealStatus>(32),
  closedOn: optionalText(33),
  lossReason: optionalText(34),
} as const

const ticketStatusColumns = {
  ...stamps,
  name: text(10),
  position: text(11),
  clock: text<'runs' | 'pauses' | 'stops'>(12),
} as const

const ticketColumns = {
  ...stamps,
  number: text(10),
  subject: text(11),
  description: optionalText(12),
  priority: text<'low' | 'normal' | 'high' | 'urgent'>(13),
  channel: text<'phone' | 'email' | 'chat' | 'visit' | 'post' | 'other'>(14),
  companyId: optionalText(15),
  contactId: optionalText(16),
  assigneeId: optionalText(17),
  externalId: optionalText(18),
  statusId: text(30),
  closedAt: optionalText(31),
} as const

const ticketMessageColumns = {
  ...stamps,
  ticketId: text(10),
  kind: text<'reply' | 'note' | 'request'>(11),
  text: text(12),
  sentAt: text(13),
  authorId: optionalText(14),
} as const

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
