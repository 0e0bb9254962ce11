// What became of the report: printed, or saved and where.
import { Anchor, Group } from '@mantine/core'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import type { SavedFile } from './use-report-output.ts'

interface SaveStatusProps {
  readonly wasPrinted: boolean
  readonly saved: SavedFile | null
  readonly onShow: (file: string) => void
}

export function SaveStatus({ wasPrinted, saved, onShow }: SaveStatusProps) {
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
