// How far the reading of large files is; small ones are read before there is anything to tell.
import { Text } from '@mantine/core'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { Pending } from '#renderer/ui/Pending.tsx'
import { useImportSession } from './import-session.ts'

export function ReadingProgress({ title }: { readonly title: string }) {
  const t = useT()
  const { reading } = useImportSession().session

  return (
    <>
      {reading && (
        <Text role="status" c="dimmed">
          {title}{' '}
          {reading.total === null
            ? t('base.progress.unknown', { done: reading.done })
            : t('base.progress', { done: reading.done, total: reading.total })}
        </Text>
      )}
      <Pending />
    </>
  )
}
