// The code that is open for a new machine, and what became of it: the engine only knows the one that is open, the page remembers the last.
import { useState } from 'react'
import type { NetworkStatus } from '#shared/sync/network.contract.ts'
import { useMsUntil } from './use-ms-until.ts'

export type CodeState =
  | { readonly kind: 'none' }
  | { readonly kind: 'open'; readonly code: string; readonly msLeft: number; readonly triesLeft: number }
  | { readonly kind: 'joining'; readonly name: string }
  | { readonly kind: 'used'; readonly name: string }
  | { readonly kind: 'expired' }
  | { readonly kind: 'ended' }

interface Shown {
  readonly code: string
  readonly until: string
  /** The machines of the office and those on their way into it when it was first shown. */
  readonly known: readonly string[]
  /** Here, so that nothing is to be said of it. */
  readonly isWithdrawn: boolean
}

export const useCode = ({
  invitation,
  devices,
  joining,
}: NetworkStatus): { readonly state: CodeState; readonly forget: () => void } => {
  const [shown, setShown] = useState<Shown | null>(null)
  const msLeft = useMsUntil(invitation?.until ?? shown?.until ?? null)
  if (invitation && invitation.code !== shown?.code) {
    const { code, until } = invitation
    setShown({ code, until, known: [...devices, ...joining].map(({ id }) => id), isWithdrawn: false })
  }

  const isNew = ({ id }: { readonly id: string }): boolean => shown?.known.includes(id) === false
  const newcomer = devices.find(isNew)
  const coming = joining.find(isNew)
  const state = (): CodeState => {
    if (invitation && msLeft > 0) return { kind: 'open', code: invitation.code, msLeft, triesLeft: invitation.triesLeft }
    if (newcomer) return { kind: 'used', name: newcomer.name }
    if (coming) return { kind: 'joining', name: coming.name }
    if (shown === null || shown.isWithdrawn) return { kind: 'none' }
    return { kind: msLeft > 0 ? 'ended' : 'expired' }
  }
  return { state: state(), forget: () => setShown(shown && { ...shown, isWithdrawn: true }) }
}
