// The files of a record that are on other computers only: asked for as long as the record is shown, which also fetches them first.
import { useQuery } from '@tanstack/react-query'
import { useApi } from '#renderer/api/api-context.tsx'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import type { Arrival } from '#shared/attachments/arrivals.contract.ts'
import type { RecordType } from '#shared/base/fields.ts'

/** What is asked for is fetched first for a minute. */
const ASK_AGAIN_MS = 20_000

const WORDS = { asking: 'arrivals.asking', waiting: 'arrivals.waiting', nowhere: 'arrivals.nowhere' } as const

export interface Arrivals {
  /** Whether it is known already which files are here. */
  readonly isKnown: boolean
  /** Undefined: it is here. */
  readonly of: (attachmentId: string) => Arrival | undefined
}

export const useArrivals = (recordType: RecordType, recordId: string): Arrivals => {
  const arrivals = useQuery({
    ...useApi().arrivals.ofRecord({ recordType, recordId }),
    refetchInterval: ({ state }) => ((state.data?.length ?? 0) > 0 ? ASK_AGAIN_MS : false),
  })
  return { isKnown: !arrivals.isPending, of: (id) => arrivals.data?.find(({ attachmentId }) => attachmentId === id) }
}

/** How an arrival is said in a line. */
export const useArrivalWords = (): ((arrival: Arrival) => string) => {
  const t = useT()
  return ({ state, deviceName, doneBytes, totalBytes, trouble }) => {
    const device = deviceName ?? ''
    if (state === 'coming') {
      return t('arrivals.coming', { device, percent: totalBytes === 0 ? 0 : Math.floor((100 * doneBytes) / totalBytes) })
    }
    if (state === 'trouble') return t('arrivals.trouble', { why: t.known(trouble ?? 'errors.disk', 'errors.disk') })
    return t(WORDS[state], { device })
  }
}
