// For each field of a plan the function that reads a cell into the row.
import { z } from 'zod'
import { line, multiline } from '#shared/base/fields.ts'
import { isAddressField, joinAddress } from './address-parts.ts'
import { type AmountRules, readCurrency, readMoney } from './amounts.ts'
import type { Assign } from './assign.ts'
import type { CellReading } from './cell.ts'
import { empty, plain, refused, saysNothing, takenAs } from './cell.ts'
import { readPeople } from './people.ts'
import { choiceReader, readFlag } from './choice-words.ts'
import { birthdayReader, creditCodeReader, readTags, typeReader } from './customer-cells.ts'
import { readDay } from './dates.ts'
import { fieldSpec } from './entities/entity-specs.ts'
import type { FieldSpec } from './entities/field-spec.ts'

import { foldHeading } from './fold-heading.ts'
import { readMoment, readTime } from './moments.ts'
import { readCount, readYear } from './numbers.ts'
import { type OwnFields, ownReader } from './own-fields.ts'
import type { ColumnPlan, TablePlan } from './plan.ts'
import { mainAssigner, pointAssigner } from './points.ts'
import { readPercent, readPrice, readQuantity } from './quantities.ts'
import { type FieldValue, textOf } from './reading.ts'
import { nameAndAddress, splitAssigner, type SplitAddress } from './split-cells.ts'
import { codeReader, emailReader, nameReader, phoneReader, textReader, type TextReader, websiteReader } from './texts.ts'

export interface ReadingRules {
  /** What amounts are in that name no currency. */
  readonly currency: string
  readonly timeZone: string
  /** The day in the workspace, for dates without a year. */
  readonly today: string
  readonly own: OwnFields
  readonly splitAddress: SplitAddress
}

/** The reader of one column. The field must be one that the entity has, or the office's own. */
export const columnReader = (table: TablePlan, column: ColumnPlan, rules: ReadingRules): Assign => {
  const own = rules.own.definitions.find(({ key }) => key === column.field)
  if (own) return keep(own.key, ownReader(column, own, rules.own))
  const spec = fieldSpec(table.entity, column.field ?? '')
  if (!spec) throw new Error(`${table.entity} has no field ${column.field}`)
  if (column.isSplit) {
    const split = splitAssigner(spec.key, rules.splitAddress)
    if (split) return split
  }
  return specAssigner(table, column, { spec, rules })
}

interface Setting {
  readonly spec: FieldSpec
  readonly rules: ReadingRules
}

const specAssigner = (table: TablePlan, column: ColumnPlan, { spec, rules }: Setting): Assign => {
  const { key, kind } = spec
  const isPerson = spec.to === 'user' || spec.to === 'contact'
  switch (kind) {
    case 'reference':
      return (reading, cell, { column: place }) => {
        const { value, fault } = longEnough(cell)
        if (value === null) return fault
        const { name, email } = isPerson && column.by === 'name' ? nameAndAddress(value) : { name: value, email: null }
        const namings = (reading.names[key] ??= [])
        namings.push({ by: column.by, text: name, column: place })
        if (email !== null && spec.by?.includes('email')) namings.push({ by: 'email', text: email, column: place })
        return fault
      }
    case 'point':
      return pointAssigner(key, column.addressSize)
    case 'pointType':
      return key === 'nextType' ? nextType : keep(key, typeReader(lineReader(40), key === 'addressType'))
    case 'money':
      return moneyAssigner(key, {
        decimalMark: column.decimalMark,
        unit: column.unit,
        currency: table.currency ?? rules.currency,
        isSigned: key === 'statedTotal',
      })
    case 'tags':
      return (reading, cell) => {
        const { value, fault } = readTags(cell)
        const before = reading.values[key]
        if (value !== null) reading.values[key] = [...new Set([...(Array.isArray(before) ? before : []), ...value])]
        return fault
      }
    case 'choice': {
      const assign = keep(key, valueReader(table, column, { spec, rules }))
      return table.entity === 'activity' && key === 'kind' ? withWord(column, assign) : assign
    }
    case 'picture':
      return keep(key, pictureReader)
    case 'people':
      return keep(key, readPeople)
    case 'text':
      if (isAddressField(key) && key !== 'city')
        return addressAssigner(key, { size: column.addressSize, join: table.joins[key] ?? ' ' }, textOfKind(spec))
      return joined(key, table.joins[key] ?? ' ', textOfKind(spec))
    case 'longText':
      return joined(key, table.joins[key] ?? '\n', textOfKind(spec))
    case 'birthday': {
      const inParts = table.columns.filter(({ field }) => field === key).length > 1
      return inParts ? birthdayPart(key) : keep(key, birthdayReader(lineReader(spec.max), column.dateOrder))
    }
    case 'phone':
    case 'email':
      // Only those records have further numbers.
      if (table.entity !== 'company' && table.entity !== 'contact') return keep(key, textOfKind(spec))
      return mainAssigner(key, kind, textOfKind(spec))
    default:
      return keep(key, valueReader(table, column, { spec, rules }))
  }
}

const valueReader = (
  table: TablePlan,
  column: ColumnPlan,
  { spec, rules }: Setting,
): ((cell: string) => CellReading<FieldValue>) => {
  const { decimalMark, dateOrder } = column
  const { timeZone, today } = rules
  switch (spec.kind) {
    case 'day':
      return (cell) => readDay(cell, dateOrder, today)
    case 'moment':
      return (cell) => readMoment(cell, { order: dateOrder, timeZone, today })
    case 'time':
      return readTime
    case 'whole':
      return (cell) => readCount(cell, decimalMark, spec.maxValue ?? Infinity)
    case 'year':
      return readYear
    case 'currency':
      return (cell) => readCurrency(cell, table.currency ?? rules.currency)
    case 'price':
      return (cell) => readPrice(cell, decimalMark, table.entity === 'orderLine')
    case 'quantity':
      return (cell) => readQuantity(cell, decimalMark)
    case 'percent':
      return (cell) => readPercent(cell, decimalMark)
    case 'flag':
      return readFlag
    case 'choice': {
      const chosen = new Map(column.choices.map(({ from, to }) => [foldHeading(from), to]))
      return choiceReader(table.entity, spec.key, { values: spec.values ?? [], chosen })
    }
    default:
      return replaced(column, textOfKind(spec))
  }
}

/** Names of stages and statuses that the user gave another meaning. */
const replaced = ({ choices }: ColumnPlan, read: TextReader): TextReader => {
  if (choices.length === 0) return read
  const chosen = new Map(choices.map(({ from, to }) => [foldHeading(from), to]))
  return (cell) => {
    const said = chosen.get(foldHeading(cell))
    return said === undefined ? read(cell) : said === null ? empty : read(said)
  }
}

const textOfKind = (spec: FieldSpec): TextReader => {
  if (spec.kind === 'longText') return textReader(multiline(spec.max), spec.max ?? 20_000)
  const read = lineReader(spec.max)
  if (spec.kind === 'phone') return phoneReader(read)
  if (spec.kind === 'email') return emailReader(read)
  if (spec.kind === 'website') return websiteReader(read)
  if (spec.kind === 'code') return codeReader(read)
  if (spec.kind === 'creditCode') return creditCodeReader(codeReader(read))
  return spec.kind === 'text' ? read : nameReader(read)
}

export const lineReader = (max = 200): TextReader => textReader(line(max), max)
/** A picture lies beside the row, its cell names it; one on the web is never fetched. */
const pictureReader: TextReader = (cell) =>
  /^https?:/iu.test(cell.trim())
    ? takenAs<string>(null, 'imports.photo.not_fetched', { value: cell.trim().slice(0, 200) })
    : lineReader(400)(cell)

/** Names of other records are as long as the longest of them. */
const longEnough = nameReader(
  textReader(
    z
      .string()
      .overwrite((text) => text.trim())
      .pipe(line(300)),
    300,
  ),
)

/** The first column of a field counts; what a later one says otherwise is not lost in silence: plans join texts only. */
const keep =
  (key: string, read: (cell: string) => CellReading<FieldValue>): Assign =>
  (reading, cell) => {
    const { value, fault } = read(cell)
    if (value !== null) reading.values[key] ??= value
    return fault
  }

const joined =
  (key: string, join: string, read: TextReader): Assign =>
  (reading, cell) => {
    const { value, fault } = read(cell)
    if (value === null) return fault
    const before = textOf(reading, key)
    reading.values[key] = before === null || before === value ? value : `${before}${join}${value}`
    return fault
  }

/** 微信 that was made a note is not lost: an entry without a title is called by it. */
const withWord = ({ choices }: ColumnPlan, assign: Assign): Assign => {
  if (choices.length === 0) return assign
  const given = new Set(choices.filter(({ to }) => to !== null).map(({ from }) => foldHeading(from)))
  return (reading, cell, place) => {
    if (given.has(foldHeading(cell))) reading.values['kindWord'] ??= plain(cell)
    return assign(reading, cell, place)
  }
}

const addressAssigner =
  (key: string, how: { readonly size: number; readonly join: string }, read: TextReader): Assign =>
  (reading, cell) => {
    const { value, fault } = read(cell)
    if (value !== null)
      reading.values[key] = joinAddress(textOf(reading, key) ?? '', value, { ...how, city: textOf(reading, 'city') })
    return fault
  }

/** Year, month and day in columns of their own, as Thunderbird writes them. */
const birthdayPart =
  (key: string): Assign =>
  (reading, cell) => {
    const part = plain(cell)
    if (!/^\d{1,4}$/u.test(part) || Number(part) === 0)
      return part === '' || saysNothing(part) || Number(part) === 0
        ? null
        : refused('imports.date.unreadable', { value: part }).fault
    const before = textOf(reading, key)
    reading.values[key] = before === null ? part.padStart(2, '0') : `${before}-${part.padStart(2, '0')}`
    return null
  }

const nextType: Assign = (_reading, cell, { state }) => {
  state.nextType = typeReader(lineReader(40), false)(cell).value
  return null
}

/** The currency column, read before, decides; a sign that says another one contradicts it. */
const moneyAssigner = (key: string, rules: AmountRules): Assign => {
  return (reading, cell) => {
    const currency = textOf(reading, 'currency')
    const { value, fault } = readMoney(cell, currency === null ? rules : { ...rules, currency })
    if (value === null) return fault
    reading.values[key] ??= value
    if (currency === null || value.currency === currency) return fault
    return refused('imports.amount.two_currencies', { value: cell, currency }).fault
  }
}
