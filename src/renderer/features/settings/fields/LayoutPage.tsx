// Which layout is edited: that of records without a type, or of one of the record types; and how it will look.
import { Button, Group, Select, Stack, Text } from '@mantine/core'
import { useApi } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { useFields } from '#renderer/records/fields/use-fields.ts'
import { Pending } from '#renderer/ui/Pending.tsx'
import { useAddress } from '#renderer/ui/use-address.ts'
import type { FieldedType } from '#shared/base/fields.ts'
import { LayoutEditor } from './LayoutEditor.tsx'

const GENERAL = 'general'

export function LayoutPage({ entity }: { readonly entity: FieldedType }) {
  const t = useT()
  const api = useApi()
  const address = useAddress()
  const { recordTypes, layouts, layoutOf, isPending } = useFields(entity)
  const recordTypeId = recordTypes.find(({ id }) => id === address.get('type'))?.id ?? null
  const save = useAction(api.layouts.save(), { said: () => t('customFields.said.layout_saved') })
  const reset = useAction(api.layouts.reset(), { said: () => t('customFields.said.layout_reset') })
  const isOwn = layouts.some((layout) => layout.recordTypeId === recordTypeId)

  return (
    <Stack gap="md">
      <Group justify="space-between" align="flex-start">
        <Text c="dimmed" maw={560}>
          {t('customFields.layout_help')}
        </Text>
        {isOwn && (
          <Button variant="default" onClick={() => reset.mutate({ entity, recordTypeId })}>
            {t('customFields.layout_reset')}
          </Button>
        )}
      </Group>
      {recordTypes.length > 0 && (
        <Select
          maw={320}
          label={t('customFields.layout_of')}
          allowDeselect={false}
          data={[
            { value: GENERAL, label: t('customFields.layout_general') },
            ...recordTypes.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          value={recordTypeId ?? GENERAL}
          onChange={(value) => address.set({ type: value === GENERAL ? null : value })}
        />
      )}
      {isPending ? (
        <Pending />
      ) : (
        <LayoutEditor
          entity={entity}
          layout={layoutOf(recordTypeId)}
          onChange={(config) => save.mutateAsync({ entity, recordTypeId, config })}
        />
      )}
    </Stack>
  )
}
