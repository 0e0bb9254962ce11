// Who works at this computer, the password that protects what is on it, and the folder.
import { Button, Group, Select, Stack, Text, TextInput } from '@mantine/core'
import { useApi } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx'
import { RequiredLabel } from '#renderer/ui/FormModal.tsx'
import { PairingSigns } from '#renderer/ui/PairingSigns.tsx'
import { EntryFrame } from './EntryFrame.tsx'
import { FolderField } from './FolderField.tsx'
import { type PairedOffice, type PersonForm, SOMEBODY_ELSE } from './join-forms.ts'
import { NewPasswordFields } from './NewPasswordFields.tsx'
import type { MadeWorkspace } from './RecoveryKeyPages.tsx'

interface JoinAsProps {
  readonly office: PairedOffice
  readonly form: PersonForm
  readonly onMade: (made: MadeWorkspace) => void
  readonly onBack: () => void
}

export function JoinAs({ office: { workspaceName, users, signs }, form, onMade, onBack }: JoinAsProps) {
  const t = useT()
  const join = useAction(useApi().network.join(), {
    errors: 'caller',
    onDone: ({ recoveryKey }) => onMade({ recoveryKey, workspaceName, steps: 5, begins: '/home' }),
  })
  const submit = form.onSubmit(
    ({ userId, newUserName, password, folder }) =>
      join.mutate({ ...(userId === SOMEBODY_ELSE ? { newUserName } : { userId }), password, folder }),
    (errors) => form.getInputNode(Object.keys(form.values).find((name) => name in errors) ?? '')?.focus(),
  )
  return (
    <EntryFrame
      title={t('joining.as_title', { name: workspaceName })}
      text={t('joining.as_text')}
      step={t('entry.step', { step: 3, steps: 5 })}
    >
      <form noValidate onSubmit={submit}>
        <Stack mt="lg">
          <PairingSigns signs={signs} text={t('pairing_signs.guest')} />
          <Select
            autoFocus={form.values.userId === ''}
            label={<RequiredLabel>{t('joining.user')}</RequiredLabel>}
            description={t('joining.user_hint')}
            data={[
              ...users.map(({ id, name }) => ({ value: id, label: name })),
              { value: SOMEBODY_ELSE, label: t('joining.somebody_else') },
            ]}
            allowDeselect={false}
            searchable={users.length > 8}
            openOnFocus={false}
            {...form.getInputProps('userId')}
            value={form.values.userId || null}
          />
          {form.values.userId === SOMEBODY_ELSE && (
            <TextInput
              autoFocus
              label={<RequiredLabel>{t('entry.create.user_name')}</RequiredLabel>}
              description={t('entry.create.user_name_hint')}
              autoComplete="name"
              {...form.getInputProps('newUserName')}
            />
          )}
          <NewPasswordFields
            form={form}
            label={t('joining.password')}
            hint={t('joining.password_hint')}
            autoFocus={form.values.userId !== ''}
          />
          <FolderField value={form.values.folder} onChange={(folder) => form.setFieldValue('folder', folder)} />
          {join.isError && <ErrorNote error={join.error} />}
          <Group justify="space-between" mt="sm">
            <Button variant="default" onClick={onBack}>
              {t('base.back')}
            </Button>
            <Button type="submit" loading={join.isPending}>
              {t('joining.submit')}
            </Button>
          </Group>
          <Text size="xs" c="dimmed">
            {t('joining.unfinished')}
          </Text>
        </Stack>
      </form>
    </EntryFrame>
  )
}
