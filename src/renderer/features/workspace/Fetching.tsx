// While many changes of the office come in, as after joining: how far it is. Nobody has to wait for them.
import { useQuery } from '@tanstack/react-query'
import { useApi } from '#renderer/api/api-context.tsx'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { ProgressStrip } from '#renderer/ui/ProgressStrip.tsx'
import type { NetworkStatus } from '#shared/sync/network.contract.ts'

/** Fewer are there before one has read of them. */
const MANY = 500

export function Fetching() {
  const taking = useQuery(useApi().network.status({})).data?.taking
  return taking && taking.total >= MANY ? <Strip {...taking} /> : null
}

function Strip({ done, total }: NonNullable<NetworkStatus['taking']>) {
  const t = useT()
  return <ProgressStrip text={t('joining.fetching', { done, total })} ratio={done / total} />
}
