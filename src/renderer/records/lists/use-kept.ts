// Something a screen remembers on this machine, for this user: widths, columns. In the encrypted workspace, not in the browser.
import { useQuery } from '@tanstack/react-query'
import { useApi, useClient } from '#renderer/api/api-context.tsx'

export interface Kept {
  /** JSON; `null` where nothing was kept. */
  readonly value: string | null
  readonly keep: (value: string | null) => void
}

export const useKept = (key: string): Kept => {
  const api = useApi()
  const { queryClient, quietLine } = useClient()
  const asked = api.drafts.of({ key })
  const value = useQuery(asked).data?.value ?? null

  return {
    value,
    keep: (next) => {
      const call = next === null ? api.drafts.forget().run({ key }) : api.drafts.keep().run({ key, value: next })
      call.catch(quietLine.fail)
      // Seen at once; the engine's answer after the commit says the same.
      queryClient.setQueryData(asked.queryKey, next === null ? null : { value: next, at: new Date(0).toISOString() })
    },
  }
}
