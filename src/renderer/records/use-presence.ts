// Who else has this record open; while it is shown here, the others are told so.
import { useQuery } from '@tanstack/react-query'
import { useEffect, useEffectEvent } from 'react'
import { useApi } from '#renderer/api/api-context.tsx'
import type { RecordType } from '#shared/base/fields.ts'
import type { Here } from '#shared/sync/presence.contract.ts'

/** What a page says counts for a minute. */
const SAY_AGAIN_MS = 25_000

/** Null: the network is off, or nothing is known yet. */
export const usePresence = (recordType: RecordType, recordId: string): Here | null => {
  const api = useApi()
  const isOn = useQuery(api.network.status({})).data?.isOn ?? false
  const here = useQuery({ ...api.presence.here({ recordType, recordId }), enabled: isOn, refetchInterval: SAY_AGAIN_MS })
  const { run } = api.presence.leave.act()
  const leave = useEffectEvent(() => {
    // If it does not get through, the minute ends it.
    if (isOn) void run({ recordType, recordId }).catch(() => null)
  })
  useEffect(() => () => leave(), [])
  return isOn ? (here.data ?? null) : null
}
