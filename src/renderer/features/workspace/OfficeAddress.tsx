// Which office: one of those nearby, or the address of one of its computers.
import { Button, Group, Radio, Stack, Text, TextInput } from '@mantine/core'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx'
import { RequiredLabel } from '#renderer/ui/FormModal.tsx'
import type { DoorForm } from './join-forms.ts'
import type { OfficesNearby } from './use-offices-nearby.ts'

interface OfficeAddressProps {
  readonly form: DoorForm
  readonly nearby: OfficesNearby
  /** Empty: the typed one. */
  readonly chosen: string
}

export function OfficeAddress({ form, nearby, chosen }: OfficeAddressProps) {
  const t = useT()
  const { search } = nearby
  // One that has fallen silent since it was chosen stays in the list.
  const addresses = chosen === '' ? nearby.addresses : [...new Set([...nearby.addresses, chosen])]
  const isTyped = chosen === ''
  const isSearched = search.data?.length === 0
  const nobody = isSearched ? 'joining.search_none' : nearby.error ? 'joining.listening_failed' : 'joining.none'
  return (
    <Stack gap="sm">
      {addresses.length > 0 ? (
        <Radio.Group
          label={t('joining.nearby')}
          value={chosen}
          onChange={(value) => form.setFieldValue('chosen', value)}
          error={isTyped ? undefined : form.errors['typed']}
        >
          <Stack gap="xs" my="xs">
            {addresses.map((address) => (
              <Radio key={address} value={address} label={address} />
            ))}
            <Radio value="" label={t('joining.other')} />
          </Stack>
        </Radio.Group>
      ) : (
        <Text c="dimmed" role="status">
          {t(nobody)}
        </Text>
      )}
      {isTyped && (
        <TextInput
          label={<RequiredLabel>{t('joining.address')}</RequiredLabel>}
          description={t('joining.address_hint')}
          autoComplete="off"
          spellCheck={false}
          {...form.getInputProps('typed')}
        />
      )}
      <Group gap="sm">
        <Button variant="default" loading={search.isPending} onClick={() => search.mutate({})}>
          {t('joining.search')}
        </Button>
        {search.isPending && (
          <Button variant="default" onClick={search.cancel}>
            {t('base.cancel')}
          </Button>
        )}
        <Text c="dimmed" role="status">
          {search.progress !== null &&
            t('joining.search_progress', { done: search.progress.done, total: search.progress.total ?? 0 })}
          {search.data && search.data.length > 0 && t('joining.search_found', { count: search.data.length })}
        </Text>
      </Group>
      {search.isError && search.error.code !== 'cancelled' && <ErrorNote error={search.error} />}
    </Stack>
  )
}
