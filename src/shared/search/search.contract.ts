// One search over everything.
import { z } from 'zod'
import { id, line } from '#shared/base/fields.ts'
import { query } from '#shared/base/procedure.ts'

export const searchKind = z.enum(['company', 'contact', 'deal', 'product', 'order', 'ticket', 'activity', 'file'])

export const searchHit = z.object({
  kind: searchKind,
  id,
  title: z.string(),
  /** What tells two hits of one name apart: city, company, number, phone. */
  detail: z.string().nullable(),
  /** The record to open; for an activity the record it stands on. */
  open: z.object({ kind: searchKind, id }),
})
export type SearchHit = z.infer<typeof searchHit>

export const searchContract = {
  /**
   * Records that hold every word typed: Latin words by their beginning, Chinese anywhere, full pinyin or initials, digits of a
   * phone number in any writing, parts of e-mail addresses and codes from three characters on. First what is called or numbered exactly
   * so, then by how well it fits (names before other words, customers before what stands on them), then what changed last.
   */
  find: query(
    z.object({ text: line(200), kinds: z.array(searchKind).default([]), limit: z.int().min(1).max(200).default(50) }),
    z.array(searchHit),
    { needs: 'search.view' },
  ),
}
