// Cells that go to the office's own fields, read by the type of each.
import { splitNames } from '#shared/base/listed-names.ts'
import type { CustomValue } from '#shared/custom-fields/custom-values.ts'
import type { FieldDefinition } from '#shared/custom-fields/field-definition.ts'
import { fieldSchema } from '#shared/custom-fields/field-value.ts'
import { decimalOf, type DecimalMark, readMoney } from './amounts.ts'
import { type CellReading, empty, plain, refused, saysNothing, taken } from './cell.ts'
import { readDay } from './dates.ts'
import { foldName } from './fold-name.ts'
import { isFlagWord, readFlag } from './choice-words.ts'
import { readMoment } from './moments.ts'
import type { ColumnPlan } from './plan.ts'
import { codeReader, phoneReader } from './texts.ts'

/** What the readers of own fields need to know of the workspace. */
export interface OwnFields {
  /** Those that a column can go to. */
  readonly definitions: readonly FieldDefinition[]
  /** Moments of the file are on the clock of this zone. */
  readonly timeZone: string
  /** The person or record that a field leads to, by name. */
  readonly find: (field: FieldDefinition, name: string) => { readonly id: string } | 'ambiguous' | null
}

/** Automatic numbers are given, never taken. */
export const isImportable = ({ type }: FieldDefinition): boolean => type !== 'autoNumber'

type Read = (cell: string) => CellReading<CustomValue>

/** Reads a cell as the field would store it; what it cannot hold refuses the row. */
export const ownReader = (plan: ColumnPlan, field: FieldDefinition, own: OwnFields): Read => {
  const read = typeReader(plan, field, own)
  const schema = fieldSchema(field)
  return (cell) => {
    const text = cell.trim()
    if (text === '') return empty
    const reading = read(text)
    if (reading.value === null) return reading
    const checked = schema.safeParse(reading.value)
    return checked.success ? { ...reading, value: checked.data } : unreadable(field, text)
  }
}

const unreadable = ({ name }: FieldDefinition, value: string): CellReading<never> =>
  refused('imports.own.unreadable', { field: name, value })

const typeReader = ({ decimalMark, dateOrder, choices }: ColumnPlan, field: FieldDefinition, own: OwnFields): Read => {
  switch (field.type) {
    case 'text':
      // Numbers of cards and accounts stand in fields of the office's own.
      return codeReader(taken)
    case 'phone':
      return phoneReader(taken)
    case 'longText':
    case 'email':
    case 'website':
    case 'autoNumber':
      return taken
    case 'number':
      return (text) => numberIn(text, field, decimalMark)
    case 'money':
      return (text) => moneyIn(text, field, decimalMark)
    case 'day':
      return (text) => readDay(text, dateOrder)
    case 'moment':
      return (text) => readMoment(text, { order: dateOrder, timeZone: own.timeZone, today: null })
    case 'boolean':
      return (text) => (isFlagWord(plain(text)) ? readFlag(text) : unreadable(field, text))
    case 'choice':
      return (text) => choiceIn(text, field, choices)
    case 'choices':
      return (text) => {
        const readings = splitNames(text).map((name) => choiceIn(name, field, choices))
        const wrong = readings.find(({ value }) => value === null)
        return wrong?.fault ? wrong : taken([...new Set(readings.flatMap(({ value }) => value ?? []))])
      }
    case 'user':
    case 'reference':
      return (text) => {
        if (saysNothing(text)) return empty
        const found = own.find(field, text)
        if (found === 'ambiguous') return refused('imports.own.ambiguous', { field: field.name, value: text })
        return found === null ? refused('imports.own.not_found', { field: field.name, value: text }) : taken(found.id)
      }
  }
}

const choiceIn = (text: string, field: FieldDefinition, chosen: ColumnPlan['choices']): CellReading<string> => {
  const said = chosen.find(({ from }) => foldName(from) === foldName(text))
  if (said) return said.to === null ? empty : taken(said.to)
  const choice = field.choices.find(({ name }) => foldName(name) === foldName(text))
  return choice ? taken(choice.id) : refused('imports.own.no_choice', { field: field.name, value: text })
}

const numberIn = (cell: string, field: FieldDefinition, mark: DecimalMark): CellReading<number> => {
  const text = plain(cell)
  if (saysNothing(text)) return empty
  const unit = field.config.unit ?? '%'
  const bare = (text.endsWith(unit) ? text.slice(0, -unit.length) : text).trim()
  const number = decimalOf(bare.replace(/^[-−]/u, ''), mark)
  if (!number || number.shortened) return unreadable(field, cell)
  const value = Number(`${number.whole === '' ? '0' : number.whole}.${number.fraction === '' ? '0' : number.fraction}`)
  return taken(/^[-−]/u.test(bare) ? -value : value)
}

const moneyIn = (cell: string, field: FieldDefinition, decimalMark: DecimalMark): CellReading<number> => {
  const currency = field.config.currency ?? ''
  const { value, fault } = readMoney(cell, { decimalMark, unit: 1, currency })
  if (value === null) return { value, fault }
  return value.currency === currency ? { value: value.amountMinor, fault } : unreadable(field, cell)
}
