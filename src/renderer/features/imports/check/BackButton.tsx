// From the check back to the columns.
import { Button } from '@mantine/core'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { useImportSession } from '../import-session.ts'

export function BackButton() {
  const t = useT()
  const { change } = useImportSession()
  return (
    <Button variant="default" onClick={() => change({ step: 'columns' })}>
      {t('imports.screen.back')}
    </Button>
  )
}
