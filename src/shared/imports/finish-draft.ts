// What a row must have as a whole, after its cells were read: a name, a title, days that fit the stage.
import { type CellFault, refused, takenAs } from './cell.ts'
import { type Draft, type RowFault, rowFault } from './draft.ts'

const HAN = /\p{Script=Han}/u
const MAX_TITLE = 200

const noted = (fault: CellFault | null, place: Parameters<typeof rowFault>[1] = {}): RowFault[] =>
  fault === null ? [] : [rowFault(fault, place)]

export const finishCompany = (draft: Draft): RowFault[] => {
  if (draft.name === null) return noted(refused('imports.row.without_name').fault, { field: 'name' })
  return []
}

/** A name in two columns becomes one, in the order of its culture: 王小明, Anna Berg. */
export const finishContact = (draft: Draft): RowFault[] => {
  const { familyName, givenName } = draft
  if (draft.name === null && (familyName !== null || givenName !== null)) {
    const isHan = HAN.test(`${familyName ?? ''}${givenName ?? ''}`)
    draft.name = isHan
      ? `${familyName ?? ''}${givenName ?? ''}`
      : [givenName, familyName].filter((part) => part !== null).join(' ')
  }
  if (draft.name === null) return noted(refused('imports.row.without_name').fault, { field: 'name' })
  if (draft.name.length > MAX_TITLE)
    return noted(refused('imports.text.too_long', { length: draft.name.length, max: MAX_TITLE }).fault)
  return draft.role !== null && draft.companyName === null ? roleWithoutCompany(draft, draft.role) : []
}

/** A role belongs to the link with a company; without one it is kept where it can be read. */
const roleWithoutCompany = (draft: Draft, role: string): RowFault[] => {
  draft.role = null
  draft.description = appended(draft.description, role)
  return noted(takenAs(role, 'imports.contact.role_kept', { value: role }).fault, { field: 'role', value: role })
}

/** Title and days of a deal whose stage ends it as `outcome` says (`null`: it is open). */
export const finishDeal = (draft: Draft, outcome: 'won' | 'lost' | null): RowFault[] => {
  draft.title ??= titleOf(draft)
  if (draft.title === null) return noted(refused('imports.deal.without_title').fault, { field: 'title' })
  return [...closingDay(draft, outcome), ...lossReason(draft, outcome)]
}

/** Product and company, else the file's own id, else whichever there is. */
const titleOf = ({ product, companyName, externalId }: Draft): string | null => {
  if (product !== null && companyName !== null) return `${product} · ${companyName}`.slice(0, MAX_TITLE).trim()
  return externalId ?? product ?? companyName
}

/** Many programs have one close date, which for an open deal is the expected one. */
const closingDay = (draft: Draft, outcome: 'won' | 'lost' | null): RowFault[] => {
  const { closedOn } = draft
  if (outcome !== null || closedOn === null) return []
  draft.closedOn = null
  const place = { field: 'closedOn', value: closedOn }
  if (draft.expectedCloseOn === closedOn) return []
  if (draft.expectedCloseOn !== null) return noted(refused('imports.deal.open_but_closed', { value: closedOn }).fault, place)
  draft.expectedCloseOn = closedOn
  return noted(takenAs(closedOn, 'imports.deal.close_day_expected', { stored: closedOn }).fault, place)
}

const lossReason = (draft: Draft, outcome: 'won' | 'lost' | null): RowFault[] => {
  const { lossReason: reason } = draft
  if (reason === null || outcome === 'lost') return []
  draft.lossReason = null
  draft.description = appended(draft.description, reason)
  return noted(takenAs(reason, 'imports.deal.reason_kept', { value: reason }).fault, { field: 'lossReason', value: reason })
}

const appended = (description: string | null, text: string): string => (description === null ? text : `${description}\n${text}`)
