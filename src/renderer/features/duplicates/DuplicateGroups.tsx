// One page of the groups that a scan found.
import { useQuery } from '@tanstack/react-query'
import { useApi } from '#renderer/api/api-context.tsx'
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx'
import { Pending } from '#renderer/ui/Pending.tsx'
import type { CustomerType } from '#shared/customers/contact-point.ts'
import { DuplicateGroup } from './DuplicateGroup.tsx'

export const GROUPS_A_PAGE = 20

interface DuplicateGroupsProps {
  readonly recordType: CustomerType
  /** From 0. */
  readonly page: number
}

export function DuplicateGroups({ recordType, page }: DuplicateGroupsProps) {
  // The first page asks as its screen does, so that both are one question.
  const of = { recordType, limit: GROUPS_A_PAGE, ...(page === 0 ? {} : { offset: page * GROUPS_A_PAGE }) }
  const groups = useQuery(useApi().duplicates.groups(of))
  if (groups.isPending) return <Pending lines={6} />
  if (groups.isError) return <ErrorNote error={groups.error} onRetry={() => void groups.refetch()} />
  return groups.data.groups.map((group) => (
    <DuplicateGroup key={group.records.map(({ id }) => id).join()} recordType={recordType} group={group} />
  ))
}
