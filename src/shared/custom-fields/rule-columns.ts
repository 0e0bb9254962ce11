// The fields that rules can speak of: those that the record itself holds, not what is reckoned from elsewhere.
import type { FieldType } from '#shared/lists/field-type.ts'
import type { ListField } from '#shared/lists/list-field.ts'
import type { FieldRuleKind } from './field-rule.ts'

/** Shown in lists, and held by other tables or made anew each time. */
const reckoned = new Set([
  ...['tags', 'lastActivityAt', 'nextTaskOn', 'isFavourite', 'openDeals', 'openTickets', 'isPooled', 'isOpen', 'lastMessageAt'],
  ...['role', 'number', 'createdAt', 'updatedAt', 'closedAt'],
])

const texts: readonly FieldType[] = ['text', 'longText', 'phone', 'email', 'website']
const sizes: readonly FieldType[] = ['number', 'money', 'day']

const typesOf: Readonly<Record<FieldRuleKind, readonly FieldType[] | null>> = {
  show: null,
  require: null,
  readOnly: null,
  pattern: texts.filter((type) => type !== 'longText'),
  length: texts,
  range: sizes,
  compare: [...sizes, 'moment', 'text'],
  unique: [...texts.filter((type) => type !== 'longText'), 'number'],
}

type Ruled = Pick<ListField, 'id' | 'type' | 'isCustom'>

/** Whether a condition can look at the field. A contact's company is a link, not a field of it. */
export const canAskOf = (field: Ruled, entity: string): boolean =>
  !reckoned.has(field.id) && !(entity === 'contact' && field.id === 'companyId')

/** Whether a rule of this kind can be about the field. What nobody edits needs no rule. */
export const canRule = (kind: FieldRuleKind, field: Ruled & Pick<ListField, 'isEditable'>, entity: string): boolean =>
  canAskOf(field, entity) && (field.isEditable || field.id === 'lossReason') && (typesOf[kind]?.includes(field.type) ?? true)
