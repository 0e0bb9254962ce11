// Who else has this record open; while it is shown here, the others are told so.
import { useQuery } from '@tanstack/react-query'
import { useEffect, useEffectEvent } from 'react'
import { useApi, useClient } from '#renderer/api/api-context.tsx'
import type { RecordType } from '#shared/base/fields.ts'
import type { Here } from '#shared/sync/presence.contract.ts'

/** What a page says counts for a minute. */
const SAY_AGAIN_MS = 25_000

/** Null: the network is off, or nothing is known yet. */
export const usePresence = (recordType: RecordType, recordId: string): Here | null => {
  const api = useApi()
  const { queryClient } = useClient()
  const isOn = useQuery(api.network.status({})).data?.isOn ?? false
  const asked = api.presence.here({ recordType, recordId })
  const here = useQuery({ ...asked, enabled: isOn, refetchInterval: SAY_AGAIN_MS })
  const { run } = api.presence.leave.act()
  const leave = useEffectEvent(() => {
    // Another part of this window may still show it.
    if (!isOn || queryClient.getQueryCache().find({ queryKey: asked.queryKey })?.isActive()) return
    // Whoever opens it again has to say so again, also where nothing else has changed.
    void queryClient.invalidateQueries({ queryKey: asked.queryKey, exact: true, refetchType: 'none' })
    // If it does not get through, the minute ends it.
    void run({ recordType, recordId }).catch(() => null)
  })
  useEffect(() => () => leave(), [])
  return isOn ? (here.data ?? null) : null
}
