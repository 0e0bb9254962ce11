// An import: a file of rows, what each of its columns means, and what became of each row.
import { z } from 'zod'
import { currency, id, line } from '#shared/base/fields.ts'
import { pointFields } from './points.ts'

export const importEntity = z.enum(['company', 'contact', 'deal'])
export type ImportEntity = z.infer<typeof importEntity>

/** What companies and people have alike: what their numbers are for, further ones, tags. */
const aroundFields = ['tags', 'postcode', 'phoneType', 'emailType', 'addressType', ...pointFields] as const

/** The target fields of each entity. `companyName` links by name and creates what is missing; `ownerName` likewise for people. */
export const importFields = {
  company: [
    'name',
    'phone',
    'email',
    'website',
    'industry',
    'address',
    'city',
    'country',
    'employees',
    'annualRevenue',
    'foundedYear',
    'parentName',
    'ownerName',
    'description',
    'externalId',
    'kind',
    'source',
    'creditCode',
    'lifecycleStage',
    ...aroundFields,
  ],
  contact: [
    'name',
    'familyName',
    'givenName',
    'companyName',
    'role',
    'phone',
    'email',
    'address',
    'city',
    'country',
    'ownerName',
    'description',
    'externalId',
    'salutation',
    'birthday',
    'source',
    'lifecycleStage',
    ...aroundFields,
  ],
  deal: [
    'title',
    'companyName',
    'contactName',
    'ownerName',
    'stageName',
    'amount',
    'currency',
    'product',
    'openedOn',
    'expectedCloseOn',
    'closedOn',
    'lossReason',
    'description',
    'externalId',
  ],
} as const satisfies Record<ImportEntity, readonly string[]>

export const csvDialect = z.object({
  encoding: z.enum(['utf-8', 'gb18030', 'utf-16le', 'utf-16be', 'windows-1252']),
  delimiter: z.enum([',', ';', '\t', '|']),
})
export type CsvDialect = z.infer<typeof csvDialect>

/** How the file writes dates: year first, day first or month first; ISO always reads. */
export const dateOrder = z.enum(['ymd', 'dmy', 'mdy'])
/** How the file writes `1,234.56`. */
export const decimalMark = z.enum(['.', ','])

export const importPlan = z.object({
  entity: importEntity,
  dialect: csvDialect,
  /** One target field a column, in the file's order; `null`: the column is left out. */
  columns: z.array(line(60).nullable()).max(500),
  dateOrder,
  decimalMark,
  /** Multiplies revenue or amount, for files that count in thousands (1000) or millions (1000000). */
  amountUnit: z.union([z.literal(1), z.literal(1000), z.literal(10000), z.literal(1_000_000)]).default(1),
  currency: currency.nullable().default(null),
  /** For deals: where each stage name of the file goes; an unknown name makes a new stage with this outcome. */
  stages: z
    .array(
      z.object({
        name: line(100),
        stageId: id.nullable(),
        outcome: z.enum(['won', 'lost']).nullable(),
        probability: z.int().min(0).max(100),
      }),
    )
    .max(200)
    .default([]),
  pipelineId: id.nullable().default(null),
})
export type ImportPlan = z.infer<typeof importPlan>

/** One cell that cannot be taken as it is. `refuse`: the whole row stays out; `warn`: it comes in, and this is what happens to the cell. */
export const cellProblem = z.object({
  /** The row of the file, counted as a spreadsheet does: the heading is row 1. */
  row: z.int(),
  column: z.int().nullable(),
  field: z.string().nullable(),
  value: z.string(),
  severity: z.enum(['refuse', 'warn']),
  messageKey: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
})
export type CellProblem = z.infer<typeof cellProblem>

export const importInspection = z.object({
  fileName: z.string(),
  bytes: z.int(),
  rows: z.int(),
  headings: z.array(z.string()),
  /** For each column its first few values that are not empty. */
  samples: z.array(z.array(z.string())),
  /** What Kith proposes; the user may change any of it. */
  plan: importPlan,
})
export type ImportInspection = z.infer<typeof importInspection>

export const importPreview = z.object({
  rows: z.int(),
  /** Rows that would come in, and rows that would stay out. */
  accepted: z.int(),
  refused: z.int(),
  problemCount: z.int(),
  problems: z.array(cellProblem).max(500),
  /** The first rows as they would be stored: one value a column of the plan. */
  sample: z.array(z.object({ row: z.int(), cells: z.array(z.string().nullable()) })),
  newCompanies: z.int(),
  /** People of the customers, made for deals that name them. */
  newContacts: z.int(),
  newPeople: z.array(z.string()),
  newStages: z.array(z.string()),
  newTags: z.array(z.string()),
})
export type ImportPreview = z.infer<typeof importPreview>

export const importResult = z.object({
  created: z.int(),
  refused: z.int(),
  newCompanies: z.int(),
  newContacts: z.int(),
  newPeople: z.int(),
  newStages: z.int(),
})
