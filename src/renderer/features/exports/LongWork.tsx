// Work on everything while it runs: the step, the count, and a way to give it up.
import { Button } from '@mantine/core'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import type { Action } from '#renderer/api/use-action.ts'
import { ProgressBox } from '#renderer/ui/ProgressBox.tsx'

interface LongWorkProps {
  readonly title: string
  readonly action: Pick<Action<unknown, unknown>, 'progress' | 'cancel'>
}

export function LongWork({ title, action: { progress, cancel } }: LongWorkProps) {
  const t = useT()
  const { step = '', done = 0, total = null } = progress ?? {}
  return (
    <ProgressBox
      title={title}
      step={step === '' ? title : t.known(step, 'exports.step.rows')}
      count={total === null ? '' : t('exports.form.progress', { done, total })}
      ratio={total === null || total === 0 ? null : done / total}
      action={
        <Button variant="default" onClick={cancel}>
          {t('base.cancel')}
        </Button>
      }
    />
  )
}
