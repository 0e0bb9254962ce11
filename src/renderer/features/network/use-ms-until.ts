// How long it is until a moment, counted down by the second while it is shown.
import { useEffect, useState } from 'react'
import { useNow } from '#renderer/i18n/i18n-context.tsx'

/** ms; 0 once it is over, and where there is no moment. */
export const useMsUntil = (moment: string | null): number => {
  const now = useNow()
  const [, setTick] = useState(0)
  const left = moment === null ? 0 : Math.max(0, Date.parse(moment) - now())
  const isOver = left === 0
  useEffect(() => {
    if (isOver) return undefined
    const timer = setInterval(() => setTick((tick) => tick + 1), 1000)
    return () => clearInterval(timer)
  }, [isOver])
  return left
}
