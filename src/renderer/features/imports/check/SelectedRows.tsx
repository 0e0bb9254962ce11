// What can be decided for the chosen rows, over the foot of the grid.
import { ActionIcon } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { BarButton } from '#renderer/ui/BarButton.tsx'
import { FloatingBar, FloatingCount } from '#renderer/ui/FloatingBar.tsx'
import type { RowDecision } from '../import-session.ts'
import type { RowSelection } from './use-row-selection.ts'

interface SelectedRowsProps {
  readonly selection: RowSelection
  readonly onDecide: (rows: readonly number[], decision: Omit<RowDecision, 'row'> | null) => void
}

export function SelectedRows({ selection: { rows, isBusy, clear }, onDecide }: SelectedRowsProps) {
  const t = useT()
  if (rows.length === 0 && !isBusy) return null
  const decide = (decision: Omit<RowDecision, 'row'> | null) => {
    onDecide(rows, decision)
    clear()
  }

  return (
    <FloatingBar label={t('imports.check.selected_label')}>
      {isBusy ? (
        <FloatingCount isLive>{t('base.loading')}</FloatingCount>
      ) : (
        <>
          <FloatingCount>{t('imports.check.selected', { count: rows.length })}</FloatingCount>
          <BarButton onClick={() => decide({ act: 'skip', recordId: null })}>{t('imports.decide.skip')}</BarButton>
          <BarButton onClick={() => decide({ act: 'take', recordId: null })}>{t('imports.decide.take')}</BarButton>
          <BarButton onClick={() => decide(null)}>{t('imports.decide.undo')}</BarButton>
          <ActionIcon size={26} aria-label={t('lists.bulk.clear')} title={t('lists.bulk.clear')} onClick={clear}>
            <IconX size={16} stroke={1.5} aria-hidden />
          </ActionIcon>
        </>
      )}
    </FloatingBar>
  )
}
