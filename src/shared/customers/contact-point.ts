// A further phone number, e-mail address, address, messenger id or web page of a company or a person. The main one of each kind stands on
// the record itself, so that exactly one is the main one.
import { z } from 'zod'
import { id, line, recordStamps } from '#shared/base/fields.ts'

/** Companies and people: what has contact points, a place in the lifecycle, and may lie in the pool. */
export const customerType = z.enum(['company', 'contact'])
export type CustomerType = z.infer<typeof customerType>

export const pointKind = z.enum(['phone', 'email', 'address', 'messenger', 'website'])
export type PointKind = z.infer<typeof pointKind>

/** The types offered for each kind; any other word may be written instead. */
export const pointTypes = {
  phone: ['mobile', 'work', 'home', 'fax', 'other'],
  email: ['work', 'private', 'billing', 'other'],
  address: ['office', 'delivery', 'billing', 'home', 'other'],
  messenger: ['wechat', 'qq', 'dingtalk', 'whatsapp', 'telegram', 'line', 'teams', 'other'],
  website: ['main', 'shop', 'profile', 'other'],
} as const satisfies Readonly<Record<PointKind, readonly string[]>>

export const contactPoint = z.object({
  ...recordStamps,
  recordType: customerType,
  recordId: id,
  kind: pointKind,
  type: line(40).nullable(),
  /** The number, address of mail or page, messenger id; of an address the street. */
  value: line(400),
  city: line(100).nullable(),
  country: line(100).nullable(),
  postcode: line(20).nullable(),
  note: line(200).nullable(),
  position: z.string(),
})
export type ContactPoint = z.infer<typeof contactPoint>

const pointFields = contactPoint.pick({ type: true, city: true, country: true, postcode: true, note: true })

/** What was typed is checked by its kind: see contact-point-rules.ts. */
export const newContactPoint = z.object({
  recordType: customerType,
  recordId: id,
  kind: pointKind,
  value: line(400).min(1),
  ...pointFields.partial().shape,
})
export const contactPointChanges = z.object({ id, value: line(400).min(1).optional(), ...pointFields.partial().shape })
