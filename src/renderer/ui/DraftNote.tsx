// Says that a form opened with words typed earlier, and offers to begin anew.
import { Button } from '@mantine/core'
import { useFormat, useT } from '#renderer/i18n/i18n-context.tsx'
import classes from './DraftNote.module.css'

interface DraftNoteProps {
  readonly restoredAt: string | null
  readonly onDiscard: () => void
}

export function DraftNote({ restoredAt, onDiscard }: DraftNoteProps) {
  const t = useT()
  const format = useFormat()
  if (restoredAt === null) return null
  return (
    <div role="status" className={classes['note']}>
      <span>{t('drafts.restored', { when: format.nearTime(restoredAt) })}</span>
      <Button size="compact-xs" variant="subtle" aria-label={t('drafts.discard_label')} onClick={onDiscard}>
        {t('drafts.discard')}
      </Button>
    </div>
  )
}
