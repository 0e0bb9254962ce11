// Holds what the network does long enough to be read: a short exchange is not shown at all, a longer one does not flicker.
import { useEffect, useState } from 'react'
import type { NetworkStatus } from '#shared/sync/network.contract.ts'

/** An exchange that is over before does not show. */
const BEGINS_MS = 600
/** What follows an exchange shows after so long without another one. */
const ENDS_MS = 1500

/** The status as it is to be shown; trouble and what is switched off at once. */
export const useSteady = (status: NetworkStatus | undefined): NetworkStatus | undefined => {
  const [shown, setShown] = useState(status)
  const from = shown?.state
  const to = status?.state
  const isAtOnce = from === to || from === undefined || to === 'trouble' || to === 'off' || to === undefined
  const wait = isAtOnce ? 0 : to === 'syncing' ? BEGINS_MS : from === 'syncing' ? ENDS_MS : 0
  if (wait === 0 && shown !== status) setShown(status)

  useEffect(() => {
    if (wait === 0) return undefined
    const timer = setTimeout(() => setShown(status), wait)
    return () => clearTimeout(timer)
    // Only a change of the state begins the wait anew, not each step of an exchange.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [wait, to])
  return shown
}
