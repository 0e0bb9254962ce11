// The columns of what stands around records: further phone numbers, tags, custom fields, views, files. A number is never given again.
import type { FieldedType, RecordType } from '#shared/base/fields.ts'
import type { CustomerType, PointKind } from '#shared/customers/contact-point.ts'
import type { TagColour } from '#shared/tags/tag.ts'
import { flag, integer, optionalText, stamps, text } from './columns.ts'

const onRecord = { recordType: text<RecordType>(10), recordId: text(11) } as const
const onCustomer = { recordType: text<CustomerType>(10), recordId: text(11) } as const

/** A further phone number, address or the like; the main one stands on the record itself. */
export const contactPointColumns = {
  ...stamps,
  ...onCustomer,
  kind: text<PointKind>(12),
  type: optionalText(13),
  value: text(14),
  city: optionalText(15),
  country: optionalText(16),
  postcode: optionalText(17),
  note: optionalText(18),
  position: text(19),
} as const

export const relationColumns = { ...stamps, fromId: text(10), toId: text(11), kind: text(12), note: optionalText(13) } as const

export const lifecycleStageColumns = { ...stamps, name: text(10), position: text(11) } as const

export const lifecycleMoveColumns = {
  ...stamps,
  ...onCustomer,
  fromStageId: optionalText(12),
  toStageId: optionalText(13),
  onDay: text(14),
  note: optionalText(15),
  byId: optionalText(16),
} as const

export const tagColumns = { ...stamps, name: text(10), colour: text<TagColour>(11) } as const
export const recordTagColumns = { ...stamps, tagId: text(10), recordType: text<RecordType>(11), recordId: text(12) } as const

export const favouriteColumns = {
  ...stamps,
  userId: text(10),
  recordType: text<RecordType>(11),
  recordId: text(12),
  position: text(13),
} as const

/** `entity` is the kind of record that carries the field; `key` its permanent name on the record; `config` is JSON. */
export const customFieldColumns = {
  ...stamps,
  entity: text<FieldedType>(10),
  name: text(11),
  type: text(12),
  key: text(13),
  config: text(14),
  position: text(15),
  isRequired: flag(16),
} as const

export const fieldChoiceColumns = {
  ...stamps,
  fieldId: text(10),
  name: text(11),
  colour: optionalText(12),
  position: text(13),
} as const

export const recordTypeColumns = { ...stamps, entity: text<FieldedType>(10), name: text(11), position: text(12) } as const
export const layoutColumns = {
  ...stamps,
  entity: text<FieldedType>(10),
  recordTypeId: optionalText(11),
  config: text(12),
} as const

export const fieldRuleColumns = {
  ...stamps,
  entity: text<FieldedType>(10),
  name: text(11),
  config: text(12),
  position: text(13),
} as const

export const viewColumns = {
  ...stamps,
  entity: text(10),
  name: text(11),
  ownerId: optionalText(12),
  isShared: flag(13),
  config: text(14),
  position: text(15),
} as const

export const attachmentColumns = {
  ...stamps,
  ...onRecord,
  activityId: optionalText(12),
  name: text(13),
  hash: text(14),
  size: integer(15),
  mimeType: text(16),
  source: optionalText(17),
} as const

export const activityLinkColumns = {
  ...stamps,
  activityId: text(10),
  recordType: text<RecordType>(11),
  recordId: text(12),
} as const

export const activityTemplateColumns = { ...stamps, name: text(10), steps: text(11) } as const

export const calendarDayColumns = {
  ...stamps,
  day: text(10),
  kind: text<'off' | 'working'>(11),
  name: optionalText(12),
  intervals: optionalText(13),
} as const
