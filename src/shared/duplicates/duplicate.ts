// Records that look alike: how likely they are one, and why.
import { z } from 'zod'
import { customerType } from '#shared/customers/contact-point.ts'
import { id, line, moment } from '#shared/base/fields.ts'
import { customValues } from '#shared/custom-fields/custom-values.ts'

/** By what two records are compared. */
export const likenessField = z.enum([
  ...([
    'name',
    'company',
    'creditCode',
    'externalId',
    'phone',
    'email',
    'website',
    'birthday',
    'address',
    'city',
    'postcode',
    /** A field of the office's own of which no two records may have the same value. */
    'own',
  ] as const),
])
export type LikenessField = z.infer<typeof likenessField>

/** Which of the office's own fields it is; null of Kith's. */
const ownKey = z.string().nullable().default(null)

/**
 * What one field says, in bits: above 0 for, below 0 against; each bit doubles or halves the odds. What is missing on one side says nothing and is
 * not listed.
 */
export const fieldWeight = z.object({ field: likenessField, bits: z.number(), key: ownKey })

export const likelyPair = z.object({
  aId: id,
  bId: id,
  /** At 0 it is as likely as not that they are one. */
  bits: z.number(),
  fields: z.array(fieldWeight).max(20),
})
export type LikelyPair = z.infer<typeof likelyPair>

/** What a scan found. */
export const scanResult = z.object({
  records: z.int(),
  compared: z.int(),
  /** Things that so many records share that they were not compared for that alone, a switchboard's number for one. */
  crowded: z.int(),
  pairs: z.array(likelyPair).max(500_000),
})
export type ScanResult = z.infer<typeof scanResult>

/** A record as the comparison shows it. */
export const likeRecord = z.object({
  id,
  name: z.string(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  address: z.string().nullable(),
  city: z.string().nullable(),
  creditCode: z.string().nullable(),
  birthday: z.string().nullable(),
  companyName: z.string().nullable(),
  ownerName: z.string().nullable(),
  createdAt: moment,
})
export type LikeRecord = z.infer<typeof likeRecord>

export const likelyGroup = z.object({
  records: z.array(likeRecord),
  /** How likely the likeliest two of them are one, in percent. */
  percent: z.int(),
  pairs: z.array(likelyPair.extend({ percent: z.int() })),
})
export type LikelyGroup = z.infer<typeof likelyGroup>

/** What a new record has so far. */
export const checkedRecord = z.object({
  recordType: customerType,
  name: line(300).default(''),
  phone: line(100).default(''),
  email: line(320).default(''),
  website: line(500).default(''),
  creditCode: line(100).default(''),
  custom: customValues.default({}),
})

/** Why a record that is there looks like the new one: the same number, or a name so many percent alike. */
export const likenessReason = z.object({ field: likenessField, percent: z.int(), key: ownKey })

export const lookalike = z.object({
  id,
  name: z.string(),
  percent: z.int(),
  reasons: z.array(likenessReason),
  ownerName: z.string().nullable(),
  isPooled: z.boolean(),
})
export type Lookalike = z.infer<typeof lookalike>
