// Listens to events of the bridge while a component is shown.
import { useEffect, useEffectEvent } from 'react'
import type { AppEvent } from '#shared/base/procedure.ts'
import { useClient } from './api-context.tsx'

export const useAppEvent = (listener: (event: AppEvent) => void): void => {
  const { bridge } = useClient()
  const onEvent = useEffectEvent(listener)
  useEffect(() => bridge.onEvent((event) => onEvent(event)), [bridge])
}
