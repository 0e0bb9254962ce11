// What a row must have as a whole, after its cells were read: a name, a title. What can be made of the rest of the row is.
import { cutText } from '#shared/base/cut-text.ts'
import { refused, takenAs } from '#shared/imports/cell.ts'
import { nameParts } from '#shared/imports/entities/contact.ts'
import type { ImportEntity } from '#shared/imports/plan.ts'
import { noteFault, type RowReading, textOf } from '#shared/imports/reading.ts'

const HAN = /\p{Script=Han}/u
const MAX_TITLE = 200

/** Adds what the row lacks, and its faults. */
export const finishRow = (entity: ImportEntity, reading: RowReading): void => {
  if (entity === 'company' || entity === 'product') nameByCode(reading)
  else if (entity === 'contact') finishContact(reading)
  else if (entity === 'user') {
    joinName(reading)
    requireText(reading, 'name')
  } else if (entity === 'deal') titleDeal(reading)
  else if (entity === 'order') numberOrder(reading)
  else if (entity === 'ticket') titleTicket(reading)
  else if (entity === 'activity') finishActivity(reading)
}

const refuse = (reading: RowReading, messageKey: Parameters<typeof refused>[0], field: string): void => {
  const { fault } = refused(messageKey)
  noteFault(reading, fault, { field })
}

const requireText = (reading: RowReading, field: string): void => {
  if (textOf(reading, field) === null) refuse(reading, 'imports.row.without_name', field)
}

/** A company or product of which the file has but a number is called by it; one that is there keeps its name. */
const nameByCode = (reading: RowReading): void => {
  const code = textOf(reading, 'code') ?? textOf(reading, 'externalId')
  if (textOf(reading, 'name') === null && code === null) refuse(reading, 'imports.row.without_name', 'name')
}

/** A name in two columns becomes one, in the order of its culture: 王小明, Anna Berg. */
const joinName = (reading: RowReading): void => {
  const [, given, middle, family, suffix] = nameParts.map((part) => textOf(reading, part))
  if (textOf(reading, 'name') === null && [given, middle, family].some((part) => part !== null && part !== undefined)) {
    const isHan = HAN.test(`${family ?? ''}${given ?? ''}`)
    const whole = isHan
      ? `${family ?? ''}${middle ?? ''}${given ?? ''}`
      : [given, middle, family, suffix].filter((part) => part !== null && part !== undefined).join(' ')
    if (whole.length > MAX_TITLE) {
      const { fault } = refused('imports.text.too_long', { length: whole.length, max: MAX_TITLE })
      noteFault(reading, fault, { field: 'name' })
    }
    reading.values['name'] = whole
  }
}

const finishContact = (reading: RowReading): void => {
  const { values } = reading
  joinName(reading)
  // Of a birthday in parts the year may be missing.
  const birthday = textOf(reading, 'birthday')
  if (birthday !== null && /^\d\d-\d\d$/u.test(birthday)) values['birthday'] = `--${birthday}`
  const prefix = textOf(reading, 'namePrefix')
  if (prefix !== null) values['salutation'] ??= cutText(prefix, 60)
  if (textOf(reading, 'name') === null) {
    const email = textOf(reading, 'email') ?? reading.points.find(({ kind }) => kind === 'email')?.value ?? null
    const phone = textOf(reading, 'phone') ?? reading.points.find(({ kind }) => kind === 'phone')?.value ?? null
    const stand = email?.split('@')[0] ?? phone ?? textOf(reading, 'externalId')
    if (stand === null || stand === '') refuse(reading, 'imports.row.without_name', 'name')
  }
  roleWithoutCompany(reading)
}

/** What a person without a name is called. */
export const standInName = (reading: RowReading): string =>
  textOf(reading, 'email')?.split('@')[0] ??
  reading.points.find(({ kind }) => kind === 'email')?.value.split('@')[0] ??
  textOf(reading, 'phone') ??
  reading.points.find(({ kind }) => kind === 'phone')?.value ??
  textOf(reading, 'externalId') ??
  ''

/** A role belongs to the link with a company; without one it is kept where it can be read. */
const roleWithoutCompany = (reading: RowReading): void => {
  const role = textOf(reading, 'role')
  if (role === null || reading.names['company'] !== undefined) return
  delete reading.values['role']
  append(reading, role)
  const { fault } = takenAs(role, 'imports.contact.role_kept', { value: role })
  noteFault(reading, fault, { field: 'role', value: role })
}

/** Adds a line to the description. */
export const append = (reading: RowReading, text: string): void => {
  const description = textOf(reading, 'description')
  reading.values['description'] = description === null ? text : `${description}\n${text}`
}

const firstName = ({ names }: RowReading, field: string): string | null =>
  names[field]?.find(({ by }) => by === 'name')?.text ?? names[field]?.[0]?.text ?? null

/** Product and company, else the file's own id, else whichever there is. */
const titleDeal = (reading: RowReading): void => {
  if (textOf(reading, 'title') !== null) return
  const product = textOf(reading, 'product')
  const customer = firstName(reading, 'company') ?? firstName(reading, 'contact')
  const title =
    product !== null && customer !== null ? `${product} · ${customer}` : (textOf(reading, 'externalId') ?? product ?? customer)
  if (title === null) refuse(reading, 'imports.deal.without_title', 'title')
  else reading.values['title'] = cutText(title, MAX_TITLE).trim()
}

const numberOrder = (reading: RowReading): void => {
  const number = textOf(reading, 'number') ?? textOf(reading, 'externalId')
  if (number === null) refuse(reading, 'imports.order.without_number', 'number')
  else if (number.length > 60) {
    const { fault } = refused('imports.text.too_long', { length: number.length, max: 60 })
    noteFault(reading, fault, { field: 'number' })
  } else reading.values['number'] = number
}

const titleTicket = (reading: RowReading): void => {
  if (textOf(reading, 'subject') !== null) return
  const said = textOf(reading, 'description')?.split('\n')[0] ?? textOf(reading, 'externalId')
  if (said === null) refuse(reading, 'imports.ticket.without_subject', 'subject')
  else reading.values['subject'] = cutText(said, 300).trim()
}

const finishActivity = (reading: RowReading): void => {
  const { values } = reading
  if (textOf(reading, 'title') === null && textOf(reading, 'text') === null) {
    refuse(reading, 'imports.activity.empty', 'title')
    return
  }
  const word = textOf(reading, 'kindWord')
  if (word !== null) values['title'] ??= cutText(word, MAX_TITLE)
  values['kind'] ??=
    values['dueOn'] === undefined && values['plannedAt'] === undefined
      ? 'note'
      : values['endsOn'] === undefined
        ? 'task'
        : 'meeting'
}
