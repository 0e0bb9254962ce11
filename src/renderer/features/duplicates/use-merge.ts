// The state of a merge: which records, which of them stays, and whose value of each field. All but the values is in the address.
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useParams } from 'react-router'
import { useApi } from '#renderer/api/api-context.tsx'
import { useAddress } from '#renderer/ui/use-address.ts'
import { customerType } from '#shared/customers/contact-point.ts'
import { LEAST_MERGED, MOST_MERGED, type MergeChoices } from '#shared/merges/merge.ts'

export const useMerge = () => {
  const api = useApi()
  const address = useAddress()
  const recordType = customerType.catch('company').parse(useParams()['recordType'])
  const ids = [...new Set((address.get('ids') ?? '').split(',').filter((id) => id !== ''))]
  const isEnough = ids.length >= LEAST_MERGED
  const wanted = address.get('winner')
  const preview = useQuery({
    ...api.merges.preview({ recordType, ids, winnerId: wanted !== null && ids.includes(wanted) ? wanted : null }),
    enabled: isEnough,
    placeholderData: keepPreviousData,
  })
  const [choices, setChoices] = useState<MergeChoices>({})
  const setIds = (next: readonly string[]) => address.set({ ids: next.join(',') })

  return {
    ...{ recordType, ids, isEnough, preview, choices },
    isFull: ids.length >= MOST_MERGED,
    setWinner: (id: string) => address.set({ winner: id }),
    add: (id: string) => setIds([...ids, id]),
    remove: (id: string) => {
      setIds(ids.filter((one) => one !== id))
      setChoices((before) => Object.fromEntries(Object.entries(before).filter(([, chosen]) => chosen !== id)))
    },
    choose: (field: string, id: string) => setChoices((before) => ({ ...before, [field]: id })),
  }
}
export type Merge = ReturnType<typeof useMerge>
