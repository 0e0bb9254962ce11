// The words of a conflict: what its field is called, what its values look like, and who wrote them when and where.
import { z } from 'zod'
import type { Format } from '#renderer/i18n/format.ts'
import { issueText } from '#renderer/i18n/error-text.ts'
import type { Translate } from '#renderer/i18n/translate.ts'
import { changedValues, fieldWord } from '#renderer/records/changes/changed-value.ts'
import { templateStep } from '#shared/activities/activity-templates.contract.ts'
import { workingInterval } from '#shared/calendar/working-time.ts'
import type { AppError } from '#shared/base/app-error.ts'
import type { Claim, Conflict, CrossedValue } from '#shared/conflicts/conflict.ts'
import { hoursText, settingName, settingText, told } from './setting-words.ts'

/** What holds an arrangement that no line can tell. */
const OPAQUE = new Set(['config', 'exDays', 'priorities', 'counts', 'recurrence'])

type Named = Pick<Conflict, 'table' | 'field' | 'label'> & Partial<Pick<Conflict, 'standing'>>

/** A setting is called by its key, which stands beside its value. */
export const fieldOf = (t: Translate, { table, field, label, standing }: Named): string =>
  table === 'settings'
    ? settingName(t, standing?.values[0]?.field ?? field)
    : fieldWord(t, { field, label }, table === 'contacts' || table === 'users')

export const titleOf = (t: Translate, conflict: Conflict): string => {
  if (conflict.kind === 'kept') return t(conflict.mergedInto ? 'conflicts.merged' : 'conflicts.kept')
  // The group is called by the setting.
  if (conflict.table === 'settings') return t('field.value')
  const field = fieldOf(t, conflict)
  const name = conflict.row?.name ?? null
  return name === null ? field : t('conflicts.in_row', { field, name })
}

const oneValue = (t: Translate, format: Format, table: string, { field, label, currency, value }: CrossedValue): string => {
  if (table === 'settings') return settingText(t, format, field, value)
  if (typeof value === 'string' && field === 'intervals') {
    return told(t, z.array(workingInterval), value, (intervals) => hoursText(t, intervals))
  }
  if (typeof value === 'string' && field === 'steps') {
    return told(t, z.array(templateStep), value, (steps) => steps.map(({ title }) => title).join(' · '))
  }
  if (OPAQUE.has(field) && value !== null) return t('conflicts.opaque')
  const change = { ...{ field, label, currency, before: null }, ...{ from: null, to: value } }
  return changedValues(t, format, { table, changes: [], currency })(change).to
}

/** One value as it is; of several that change together each with its field, empty ones left out. */
export const valueText = (t: Translate, format: Format, table: string, values: readonly CrossedValue[]): string => {
  const [first, ...rest] = values
  if (!first) return t('history.empty_value')
  const filled = rest.filter(({ value }) => value !== null)
  return [
    oneValue(t, format, table, first),
    ...filled.map((value) =>
      t('conflicts.part', { field: fieldOf(t, { ...value, table }), value: oneValue(t, format, table, value) }),
    ),
  ].join(' · ')
}

export const whoOf = (t: Translate, { actorName }: Pick<Claim, 'actorName'>): string => actorName ?? t('conflicts.who_unknown')

/** With the machine, where it is known: often the same person wrote on two of them. */
export const whoAndWhere = (t: Translate, claim: Pick<Claim, 'actorName' | 'deviceName'>): string =>
  claim.deviceName === null ? whoOf(t, claim) : t('presence.at', { name: whoOf(t, claim), device: claim.deviceName })

export const writtenText = (t: Translate, format: Format, claim: Pick<Claim, 'at' | 'actorName' | 'deviceName'>): string => {
  const of = { who: whoOf(t, claim), when: format.nearTime(claim.at) }
  return claim.deviceName === null ? t('conflicts.written', of) : t('conflicts.written_on', { ...of, device: claim.deviceName })
}

/** What is wrong with a value that was written; null: it was refused for another reason. */
export const issueOf = (t: Translate, { details }: AppError): string | null => {
  const [issue] = details.issues ?? []
  return issue ? issueText(t, issue) : null
}

/** The text of a field that may have several lines; null: it is another kind of value. */
export const longTextOf = ({ values }: Pick<Claim, 'values'>): string => {
  const value = values[0]?.value
  return typeof value === 'string' ? value : ''
}

const baseKey = ({ base }: Conflict['others'][number]): string =>
  JSON.stringify((base ?? []).filter(({ value }) => value !== null).map(({ field, value }) => [field, value]))

/** Whether all that does not show came from one value, each together with the one that shows. */
export const haveOneBase = (others: Conflict['others']): boolean => new Set(others.map(baseKey)).size === 1

const LONG_FIELDS = new Set(['description', 'text', 'note'])

/** Whether its values are texts that can be put together. */
export const isLongText = ({ kind, field, editor, standing, others }: Conflict): boolean =>
  kind === 'value' &&
  editor !== null &&
  (LONG_FIELDS.has(field) ||
    /^l[0-9a-f]{12}$/u.test(field) ||
    [standing, ...others].some((claim) => longTextOf(claim).includes('\n')))
