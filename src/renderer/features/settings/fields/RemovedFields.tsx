// Fields that were taken away, with what they still hold, and the way back.
import { Button, Stack, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useApi } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { useFormat, useT } from '#renderer/i18n/i18n-context.tsx'
import { RelatedList, RelatedRow } from '#renderer/ui/RelatedList.tsx'
import type { FieldedType } from '#shared/base/fields.ts'

export function RemovedFields({ entity }: { readonly entity: FieldedType }) {
  const t = useT()
  const format = useFormat()
  const api = useApi()
  const removed = useQuery(api.customFields.removed({ entity })).data ?? []
  const restore = useAction(api.customFields.restore(), { said: ({ name }) => t('customFields.said.restored', { name }) })
  if (removed.length === 0) return null

  return (
    <Stack gap="xs" mt="lg">
      <Title order={3}>{t('customFields.removed')}</Title>
      <RelatedList label={t('customFields.removed')}>
        {removed.map(({ id, name, type, removedAt, records }) => (
          <RelatedRow
            key={id}
            name={name}
            facts={[
              t(`customFields.type.${type}`),
              t('customFields.removed_on', { day: format.nearDay(format.dayOf(removedAt)) }),
              t('customFields.kept_values', { count: records }),
            ]}
            action={
              <Button
                size="xs"
                variant="default"
                aria-label={t('customFields.restore_label', { name })}
                onClick={() => restore.mutate({ id })}
              >
                {t('customFields.restore')}
              </Button>
            }
          />
        ))}
      </RelatedList>
    </Stack>
  )
}
