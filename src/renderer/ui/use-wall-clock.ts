// Today and the time on the workspace's wall, kept up to date while a screen is shown: the line that says now moves, and midnight is noticed.
import { useEffect, useState } from 'react'
import { useFormat } from '#renderer/i18n/i18n-context.tsx'

const LOOK_MS = 10_000

/** `2026-11-21` and `14:30`. */
export const useWallClock = (): { readonly today: string; readonly time: string } => {
  const { today, timeNow } = useFormat()
  const [shown, setShown] = useState(() => `${today()} ${timeNow()}`)
  useEffect(() => {
    const look = () => setShown(`${today()} ${timeNow()}`)
    const timer = setInterval(look, LOOK_MS)
    return () => clearInterval(timer)
  }, [today, timeNow])
  const [day = '', time = ''] = shown.split(' ')
  return { today: day, time }
}
