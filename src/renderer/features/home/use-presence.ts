// Says every few minutes that the user is here, so that what others do meanwhile is no news. A window nobody looks at says nothing.
import { useEffect } from 'react'
import { useApi } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'

const HERE_MS = 10 * 60_000

export const usePresence = (): void => {
  const { mutate: arrive } = useAction(useApi().home.arrive())
  useEffect(() => {
    const tell = () => {
      if (document.hasFocus()) arrive({})
    }
    arrive({})
    const timer = setInterval(tell, HERE_MS)
    window.addEventListener('focus', tell)
    return () => {
      clearInterval(timer)
      window.removeEventListener('focus', tell)
    }
  }, [arrive])
}
