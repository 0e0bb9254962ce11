// Today in the workspace's zone, for questions with days that move. It rolls over at midnight without a restart.
import { useEffect, useState } from 'react'
import { useFormat } from '#renderer/i18n/i18n-context.tsx'

const LOOK_MS = 20_000

export const useToday = (): string => {
  const { today } = useFormat()
  const [day, setDay] = useState(today)
  useEffect(() => {
    const timer = setInterval(() => setDay(today()), LOOK_MS)
    return () => clearInterval(timer)
  }, [today])
  return day
}
