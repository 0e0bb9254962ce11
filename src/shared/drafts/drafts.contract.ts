// What is typed into a form and not yet saved: kept on this machine, for this user, so that a crash or a power cut loses nothing.
import { z } from 'zod'
import { line, moment } from '#shared/base/fields.ts'
import { mutation, query } from '#shared/base/procedure.ts'

const needs = 'drafts.use' as const

/** The most text that one draft holds; a longer one is refused, not cut. */
export const MAX_DRAFT = 500_000

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** Which form: `contacts.create`, `activities.log company 0198…`. */
const key = line(200).min(1)

export const draftsContract = {
  of: query(z.object({ key }), z.object({ value: z.string(), at: moment }).nullable(), { needs }),
  /** `value`: the form's fields as JSON, which only the form itself understands. */
  keep: mutation(z.object({ key, value: z.string().max(MAX_DRAFT).refine(isJson) }), z.null(), { needs }),
  forget: mutation(z.object({ key }), z.null(), { needs }),
}
