// What two machines that have the same change sets say to each other to know whether they show the same, and where not.
import { z } from 'zod'
import type { FrameLimits } from '#main/net/frames.ts'
import { FRAME_BYTES } from '#main/net/limits.ts'

/** Permanent numbers. */
export const digestTypes = { ask: 48, answer: 49, found: 50 } as const
export const digestLimits: FrameLimits = new Map<number, number>([
  [digestTypes.ask, 64 * 1024],
  [digestTypes.answer, FRAME_BYTES],
  [digestTypes.found, 64 * 1024],
])

/** Parts that a range is cut into at each step. */
export const PARTS = 64
export const MOST_PLACES = 50

const id = z.string().max(400)
const range = z.object({ from: id, to: id.nullable() })
const table = z.int().min(0)
const digest = z.object({ rows: z.int().min(0), digest: z.string().max(40) })
const state = z.string().max(64)

export const digestAsk = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('tables') }),
  z.object({ kind: z.literal('slices'), table, range, cuts: z.array(id).max(PARTS) }),
  z.object({ kind: z.literal('rows'), table, range }),
])
export type DigestAsk = z.infer<typeof digestAsk>
/** Where to cut is asked of the own file only. */
export type DigestQuestion =
  DigestAsk | { readonly kind: 'cuts'; readonly table: number; readonly range: z.infer<typeof range>; readonly parts: number }

export const digestAnswer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('tables'), state, tables: z.array(digest.extend({ id: table })).max(1000) }),
  z.object({ kind: z.literal('slices'), state, slices: z.array(digest).max(PARTS + 1) }),
  z.object({ kind: z.literal('rows'), state, rows: z.array(z.tuple([id, z.string().max(40)])).max(1000) }),
])
export type DigestAnswer =
  z.infer<typeof digestAnswer> | { readonly kind: 'cuts'; readonly state: string; readonly cuts: readonly string[] }

/** Rows that differ, as far as they were looked for: none, both show the same. */
export const digestFound = z.object({ places: z.array(z.object({ table, rows: z.array(id).max(MOST_PLACES) })).max(1000) })
export type DifferingPlace = z.infer<typeof digestFound>['places'][number]
