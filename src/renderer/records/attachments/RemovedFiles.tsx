// Files that were removed from a record, behind a quiet word: each can be put back.
import { Anchor, Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useApi } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { useFormat, useT } from '#renderer/i18n/i18n-context.tsx'
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx'
import { Pending } from '#renderer/ui/Pending.tsx'
import { RelatedList, RelatedRow } from '#renderer/ui/RelatedList.tsx'
import { shownFileName } from '#shared/attachments/file-names.ts'
import type { RecordPlace } from './use-add-files.tsx'

export function RemovedFiles({ place }: { readonly place: RecordPlace }) {
  const t = useT()
  const [isShown, setIsShown] = useState(false)
  return (
    <>
      <Anchor component="button" type="button" mt="lg" size="sm" aria-expanded={isShown} onClick={() => setIsShown(!isShown)}>
        {t(isShown ? 'attachments.hide_removed' : 'attachments.show_removed')}
      </Anchor>
      {isShown && <RemovedList place={place} />}
    </>
  )
}

function RemovedList({ place }: { readonly place: RecordPlace }) {
  const t = useT()
  const format = useFormat()
  const api = useApi()
  const files = useQuery(api.attachments.list({ ...place, state: 'archived' }))
  const restore = useAction(api.attachments.restore(), {
    said: (_, { id }) => t('attachments.said.restored', { name: files.data?.find((file) => file.id === id)?.name ?? '' }),
  })

  if (files.isPending) return <Pending lines={2} />
  if (files.isError) return <ErrorNote error={files.error} onRetry={() => void files.refetch()} />
  return (
    <RelatedList label={t('attachments.removed')}>
      {files.data.length === 0 && <RelatedRow name={t('attachments.none_removed')} facts={[]} />}
      {files.data.map(({ id, name, archivedAt }) => (
        <RelatedRow
          key={id}
          name={shownFileName(name)}
          facts={[archivedAt === null ? null : t('attachments.removed_at', { when: format.nearDay(format.dayOf(archivedAt)) })]}
          action={
            <Button variant="default" size="xs" onClick={() => restore.mutate({ id })}>
              {t('attachments.restore')}
            </Button>
          }
        />
      ))}
    </RelatedList>
  )
}
