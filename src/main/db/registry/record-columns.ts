// The columns of every synced table, each with its permanent number. A number is never given again, nor to another column.
import type { ActivityKind, ActivityRecordType, CallOutcome } from '#shared/activities/activity.ts'
import type { CompanyKind } from '#shared/customers/company.ts'
import type { DealStatus } from '#shared/deals/deal.ts'
import { flag, integer, optionalInteger, optionalText, stamps, text } from './columns.ts'

export const userColumns = { ...stamps, name: text(10), canSignIn: flag(11) } as const
/** A machine of the office; its id is the hash of its key. */
export const deviceColumns = { ...stamps, name: text(10), letter: text(11), addedById: optionalText(12) } as const
export const settingColumns = { ...stamps, key: text(10), value: text(11) } as const

export const companyColumns = {
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
  kind: optionalText<CompanyKind>(26),
  lifecycleStageId: optionalText(27),
  lifecycleSince: optionalText(28),
  source: optionalText(29),
  creditCode: optionalText(30),
  phoneType: optionalText(31),
  emailType: optionalText(32),
  addressType: optionalText(33),
  postcode: optionalText(34),
  pooledAt: optionalText(35),
  recordTypeId: optionalText(36),
  mergedIntoId: optionalText(37),
} as const

export const contactColumns = {
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
  lifecycleStageId: optionalText(19),
  lifecycleSince: optionalText(20),
  source: optionalText(21),
  birthday: optionalText(22),
  phoneType: optionalText(23),
  emailType: optionalText(24),
  addressType: optionalText(25),
  postcode: optionalText(26),
  pooledAt: optionalText(27),
  recordTypeId: optionalText(28),
  salutation: optionalText(29),
  mergedIntoId: optionalText(30),
} as const

export const companyContactColumns = {
  ...stamps,
  companyId: text(10),
  contactId: text(11),
  role: optionalText(12),
  isPrimary: flag(13),
} as const

export const activityColumns = {
  ...stamps,
  kind: text<ActivityKind>(10),
  recordType: text<ActivityRecordType>(11),
  recordId: text(12),
  title: optionalText(13),
  text: optionalText(14),
  happenedAt: text(15),
  durationMinutes: optionalInteger(16),
  dueOn: optionalText(17),
  dueTime: optionalText(18),
  doneAt: optionalText(19),
  ownerId: optionalText(20),
  pinnedAt: optionalText(21),
  priority: optionalText<'low' | 'normal' | 'high'>(22),
  recurrence: optionalText(23),
  seriesId: optionalText(24),
  occurrenceOn: optionalText(25),
  exDays: optionalText(26),
  endsOn: optionalText(27),
  reminderMinutes: optionalInteger(28),
  outcome: optionalText<CallOutcome>(29),
  direction: optionalText<'in' | 'out'>(30),
  location: optionalText(31),
  icsUid: optionalText(32),
  messageId: optionalText(33),
} as const

export const pipelineColumns = { ...stamps, name: text(10), position: text(11) } as const
export const stageColumns = {
  ...stamps,
  pipelineId: text(10),
  name: text(11),
  position: text(12),
  probability: integer(13),
  outcome: optionalText<'won' | 'lost'>(14),
} as const

export const dealColumns = {
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
  recordTypeId: optionalText(22),
  source: optionalText(23),
  stageId: text(30),
  position: text(31),
  status: text<DealStatus>(32),
  closedOn: optionalText(33),
  lossReason: optionalText(34),
} as const

export const ticketStatusColumns = {
  ...stamps,
  name: text(10),
  position: text(11),
  clock: text<'runs' | 'pauses' | 'stops'>(12),
} as const

export const ticketColumns = {
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
  recordTypeId: optionalText(19),
  statusId: text(30),
  closedAt: optionalText(31),
} as const

export const ticketMessageColumns = {
  ...stamps,
  ticketId: text(10),
  kind: text<'reply' | 'note' | 'request'>(11),
  text: text(12),
  sentAt: text(13),
  authorId: optionalText(14),
} as const
