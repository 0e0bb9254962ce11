// The offices that this computer hears, and those that answered when it asked everybody on the network.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useApi } from '#renderer/api/api-context.tsx'
import { type Action, useAction } from '#renderer/api/use-action.ts'
import type { FoundOffice } from '#shared/sync/network.contract.ts'

const LOOK_EVERY_MS = 2000

export interface OfficesNearby {
  readonly addresses: readonly string[]
  /** Why none can be heard. */
  readonly error: Error | null
  readonly search: Action<Record<string, never>, FoundOffice[]>
}

export const useOfficesNearby = (): OfficesNearby => {
  const { network } = useApi()
  const heard = useQuery({ ...network.found({}), refetchInterval: LOOK_EVERY_MS })
  const [answered, setAnswered] = useState<readonly FoundOffice[]>([])
  const search = useAction(network.search.act(), { errors: 'caller', onDone: setAnswered })
  const addresses = [...(heard.data ?? []), ...answered].map(({ address }) => address)
  return { addresses: [...new Set(addresses)], error: heard.error, search }
}
