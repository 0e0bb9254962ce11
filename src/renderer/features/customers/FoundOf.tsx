// The left of a list's status line: how many rows there are, and of how many, where a search or a filter leaves some out.
import { useQuery } from '@tanstack/react-query'
import type { QueryOf } from '#renderer/api/api.ts'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import type { Outline } from '#shared/base/fields.ts'

interface FoundOfProps {
  readonly count: number
  readonly list: { readonly text: string; readonly ownerId: string | null }
  /** The same list with nothing left out. */
  readonly all: QueryOf<Outline>
}

export function FoundOf({ count, list, all }: FoundOfProps) {
  const t = useT()
  const isFiltered = list.text.trim() !== '' || list.ownerId !== null
  const total = useQuery({ ...all, enabled: isFiltered }).data?.count

  return isFiltered && total !== undefined ? t('base.list.rows_of', { count, total }) : t('base.list.rows', { count })
}
