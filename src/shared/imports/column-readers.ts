// For each field of a plan the function that reads its cells into a draft.
import { z } from 'zod'
import { companyFields } from '#shared/customers/company.ts'
import { contactPoint } from '#shared/customers/contact-point.ts'
import { companyContact, contactFields } from '#shared/customers/contact.ts'
import { lifecycleStage } from '#shared/customers/lifecycle.ts'
import { deal, dealFields, stage } from '#shared/deals/deal.ts'
import { user } from '#shared/users/user.ts'
import { readCurrency, readMoney } from './amounts.ts'
import { type CellFault, type CellReading, refused } from './cell.ts'
import { birthdayReader, creditCodeReader, readKind, readTags, typeReader } from './customer-cells.ts'
import { readDay } from './dates.ts'
import type { Draft, TextField } from './draft.ts'
import type { ImportEntity, ImportPlan } from './import.ts'
import { readCount, readYear } from './numbers.ts'
import { type OwnFields, ownReader } from './own-fields.ts'
import { isPointField, type PointField, pointOf } from './points.ts'
import { codeReader, emailReader, nameReader, phoneReader, textReader, type TextReader, websiteReader } from './texts.ts'

/** Reads a cell into the draft and answers what is wrong with it. */
export type ColumnReader = (draft: Draft, cell: string) => CellFault | null

type Schemas = Partial<Record<TextField, z.ZodType<string | null>>>

const personName = user.shape.name

const schemas: Readonly<Record<ImportEntity, Schemas>> = {
  company: {
    ...companyFields,
    parentName: companyFields.name,
    ownerName: personName,
    lifecycleStage: lifecycleStage.shape.name,
  },
  contact: {
    ...contactFields,
    familyName: contactFields.name,
    givenName: contactFields.name,
    companyName: companyFields.name,
    role: companyContact.shape.role,
    ownerName: personName,
    lifecycleStage: lifecycleStage.shape.name,
  },
  deal: {
    ...dealFields,
    companyName: companyFields.name,
    contactName: contactFields.name,
    ownerName: personName,
    stageName: stage.shape.name,
    lossReason: deal.shape.lossReason,
  },
}

const NAMES: readonly TextField[] = ['companyName', 'parentName', 'contactName', 'ownerName', 'stageName', 'lifecycleStage']
const TYPES: readonly TextField[] = ['phoneType', 'emailType', 'addressType']
const DAYS: readonly TextField[] = ['openedOn', 'expectedCloseOn', 'closedOn']

/** The reader of one column. `currency` is the workspace's, for amounts that name none; `own` its own fields. */
export const columnReader = (plan: ImportPlan, field: string, currency: string, own: OwnFields): ColumnReader => {
  const definition = own.definitions.find(({ key }) => key === field)
  if (definition) return ownColumn(definition.key, ownReader(plan, definition, own))
  const fallback = plan.currency ?? currency
  if (field === 'employees')
    return into('employees', (cell) => readCount(cell, plan.decimalMark, companyFields.employees.unwrap().maxValue ?? Infinity))
  if (field === 'foundedYear') return into('foundedYear', readYear)
  if (field === 'amount' || field === 'annualRevenue') return moneyReader(plan, fallback)
  if (field === 'kind') return into('kind', readKind)
  if (field === 'tags') return into('tags', readTags)
  if (isPointField(field)) return pointColumn(field)
  if (field === 'currency') return into('currency', (cell) => readCurrency(cell, fallback))

  const name = field as TextField // the plan's fields are checked against the entity's list beforehand
  if (DAYS.includes(name)) return into(name, (cell) => readDay(cell, plan.dateOrder))
  return into(name, readerOfText(plan, name))
}

/** Numbers and addresses are kept as the main ones are. */
const pointColumn = (field: PointField): ColumnReader => {
  const { kind } = pointOf[field]
  const schema = kind === 'phone' ? companyFields.phone : kind === 'email' ? companyFields.email : contactPoint.shape.value
  const text = textReader(schema, longest(schema))
  const read = kind === 'phone' ? phoneReader(text) : kind === 'email' ? emailReader(text) : nameReader(text)
  return (draft, cell) => {
    const { value, fault } = read(cell)
    if (value !== null) draft.points[field] = value
    return fault
  }
}

const ownColumn =
  (key: string, read: ReturnType<typeof ownReader>): ColumnReader =>
  (draft, cell) => {
    const { value, fault } = read(cell)
    if (value !== null) draft.custom[key] = value
    return fault
  }

const readerOfText = ({ entity, dateOrder }: ImportPlan, field: TextField): TextReader => {
  const schema = schemas[entity][field]
  if (!schema) throw new Error(`no schema for ${entity}.${field}`)
  const read = textReader(schema, longest(schema))
  if (field === 'phone') return phoneReader(read)
  if (field === 'email') return emailReader(read)
  if (field === 'website') return websiteReader(read)
  if (field === 'externalId') return codeReader(read)
  if (field === 'creditCode') return creditCodeReader(codeReader(read))
  if (field === 'birthday') return birthdayReader(read, dateOrder)
  if (TYPES.includes(field)) return typeReader(read, field === 'addressType')
  return NAMES.includes(field) ? nameReader(read) : read
}

const longest = (schema: z.ZodType): number => {
  const inner = schema instanceof z.ZodNullable ? schema.unwrap() : schema
  return inner instanceof z.ZodString ? (inner.maxLength ?? Infinity) : Infinity
}

const into =
  <Field extends Exclude<keyof Draft, 'row' | 'custom' | 'points'>>(
    field: Field,
    read: (cell: string) => CellReading<NonNullable<Draft[Field]>>,
  ): ColumnReader =>
  (draft, cell) => {
    const { value, fault } = read(cell)
    draft[field] = value
    return fault
  }

/** The currency column, read before, decides; a sign that says another one contradicts it. */
const moneyReader = (plan: ImportPlan, fallback: string): ColumnReader => {
  const rules = { decimalMark: plan.decimalMark, unit: plan.amountUnit, currency: fallback }
  return (draft, cell) => {
    const { value, fault } = readMoney(cell, draft.currency === null ? rules : { ...rules, currency: draft.currency })
    draft.money = value
    if (value === null || draft.currency === null || value.currency === draft.currency) return fault
    return refused('imports.amount.two_currencies', { value: cell, currency: draft.currency }).fault
  }
}
