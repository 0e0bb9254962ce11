// Tags that were archived, and the way back for them and for all that carried them.
import { Button, Stack, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useApi } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { useFormat, useT } from '#renderer/i18n/i18n-context.tsx'
import { RelatedList, RelatedRow } from '#renderer/ui/RelatedList.tsx'
import { Tag } from '#renderer/ui/Tag.tsx'

export function ArchivedTags() {
  const t = useT()
  const format = useFormat()
  const api = useApi()
  const archived = useQuery(api.tags.archived({})).data ?? []
  const restore = useAction(api.tags.restore(), {
    said: (_, { id }) => t('tags.said.restored', { name: archived.find((tag) => tag.id === id)?.name ?? '' }),
  })
  if (archived.length === 0) return null

  return (
    <Stack gap="xs" mt="lg">
      <Title order={3}>{t('tags.archived')}</Title>
      <RelatedList label={t('tags.archived')}>
        {archived.map(({ id, name, colour, archivedAt }) => (
          <RelatedRow
            key={id}
            name={<Tag name={name} colour={colour} />}
            facts={[t('tags.archived_on', { day: format.nearDay(format.dayOf(archivedAt)) })]}
            action={
              <Button
                size="xs"
                variant="default"
                aria-label={t('tags.restore_label', { name })}
                onClick={() => restore.mutate({ id })}
              >
                {t('tags.restore')}
              </Button>
            }
          />
        ))}
      </RelatedList>
    </Stack>
  )
}
