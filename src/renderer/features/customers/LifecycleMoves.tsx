// The way of a customer through the lifecycle so far, newest first.
import { Text } from '@mantine/core'
import { useFormat, useT } from '#renderer/i18n/i18n-context.tsx'
import { AsideItem } from '#renderer/ui/Aside.tsx'
import type { LifecycleMove } from '#shared/customers/lifecycle.ts'

export function LifecycleMoves({ moves }: { readonly moves: readonly LifecycleMove[] }) {
  const t = useT()
  const format = useFormat()
  if (moves.length === 0) return null
  return (
    <div role="group" aria-label={t('record.lifecycle.history')}>
      <Text size="xs" c="dimmed">
        {t('record.lifecycle.history')}
      </Text>
      {moves.map(({ id, from, to, onDay, note, byName }) => (
        <AsideItem key={id} detail={[format.day(onDay), byName, note].filter(Boolean).join(' · ')}>
          {t('record.lifecycle.step', { from: from ?? t('record.lifecycle.none'), to: to ?? t('record.lifecycle.none') })}
        </AsideItem>
      ))}
    </div>
  )
}
