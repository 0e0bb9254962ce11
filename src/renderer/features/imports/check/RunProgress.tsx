// While an import runs: how far it is, and a way to give up. Edits wait meanwhile, and that is said.
import { Button, Text } from '@mantine/core'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { ProgressBox } from '#renderer/ui/ProgressBox.tsx'
import type { Progress } from '#shared/base/procedure.ts'
import { useImportSession } from '../import-session.ts'

interface RunProgressProps {
  readonly progress: Progress | null
  readonly onCancel: () => void
}

export function RunProgress({ progress, onCancel }: RunProgressProps) {
  const t = useT()
  const { sources } = useImportSession().session
  const { step, done, total } = progress ?? { step: 'imports.run.starting', done: 0, total: null }
  const count = total === null ? t('base.progress.unknown', { done }) : t('base.progress', { done, total })

  return (
    <ProgressBox
      title={t('imports.run.title', { names: sources.map(({ name }) => name) })}
      step={t.known(step, 'imports.run.starting')}
      count={progress === null ? '' : count}
      ratio={total === null || total === 0 ? null : done / total}
      action={
        <Button variant="default" onClick={onCancel}>
          {t('base.cancel')}
        </Button>
      }
    >
      <Text c="dimmed">{t('imports.run.wait')}</Text>
    </ProgressBox>
  )
}
