// What became of the pages: printed, or saved and where.
import { Anchor, Group } from '@mantine/core'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import type { SavedFile } from './use-paper-output.ts'

interface PaperStatusProps {
  readonly wasPrinted: boolean
  readonly saved: SavedFile | null
  readonly onShow: (file: string) => void
}

export function PaperStatus({ wasPrinted, saved, onShow }: PaperStatusProps) {
  const t = useT()
  return (
    <Group gap="sm" role="status">
      {wasPrinted && <span>{t('reports.printed')}</span>}
      {saved && (
        <>
          <span>{t('reports.saved', { name: saved.name })}</span>
          <Anchor component="button" type="button" size="xs" onClick={() => onShow(saved.file)}>
            {t('reports.show_file')}
          </Anchor>
        </>
      )}
    </Group>
  )
}
