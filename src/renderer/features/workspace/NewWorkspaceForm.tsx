// Name, person, password and folder of a new workspace.
import { Button, Group, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { z } from 'zod'
import { useApi } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { useLanguage, useT } from '#renderer/i18n/i18n-context.tsx'
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx'
import { fieldErrors } from '#renderer/ui/field-issues.ts'
import { RequiredLabel } from '#renderer/ui/FormModal.tsx'
import { requiredLine } from '#shared/base/fields.ts'
import { password } from '#shared/workspace/workspace.contract.ts'
import { EntryFrame } from './EntryFrame.tsx'
import { FolderField } from './FolderField.tsx'
import { NewPasswordFields } from './NewPasswordFields.tsx'
import type { MadeWorkspace } from './RecoveryKeyPages.tsx'

const schema = z.object({ workspaceName: requiredLine(100), userName: requiredLine(100), password })

interface NewWorkspaceFormProps {
  readonly onMade: (made: MadeWorkspace) => void
  readonly onBack: () => void
}

export function NewWorkspaceForm({ onMade, onBack }: NewWorkspaceFormProps) {
  const t = useT()
  const language = useLanguage()
  const create = useAction(useApi().workspace.create(), {
    errors: 'caller',
    onDone: ({ recoveryKey }, { workspaceName }) => onMade({ recoveryKey, workspaceName, steps: 4, begins: '/start' }),
  })
  const form = useForm({
    initialValues: { workspaceName: '', userName: '', password: '', passwordAgain: '', folder: null as string | null },
    validateInputOnBlur: true,
    validate: (values) => ({
      ...fieldErrors(t, schema, values),
      ...(values.password !== values.passwordAgain ? { passwordAgain: t('validation.password_differs') } : {}),
    }),
  })

  const submit = form.onSubmit(
    ({ workspaceName, userName, password: chosen, folder }) =>
      create.mutate({
        ...{ workspaceName, userName, folder, language },
        password: chosen,
        timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      }),
    (errors) => form.getInputNode(Object.keys(form.values).find((name) => name in errors) ?? '')?.focus(),
  )
  return (
    <EntryFrame title={t('entry.create.title')} step={t('entry.step', { step: 2, steps: 4 })}>
      <form noValidate onSubmit={submit}>
        <Stack mt="lg">
          <TextInput
            autoFocus
            label={<RequiredLabel>{t('entry.create.workspace_name')}</RequiredLabel>}
            description={t('entry.create.workspace_name_hint')}
            {...form.getInputProps('workspaceName')}
          />
          <TextInput
            label={<RequiredLabel>{t('entry.create.user_name')}</RequiredLabel>}
            description={t('entry.create.user_name_hint')}
            autoComplete="name"
            {...form.getInputProps('userName')}
          />
          <NewPasswordFields form={form} label={t('entry.create.password')} hint={t('entry.create.password_hint')} />
          <FolderField value={form.values.folder} onChange={(folder) => form.setFieldValue('folder', folder)} />
          {create.isError && <ErrorNote error={create.error} />}
          <Group justify="space-between" mt="sm">
            <Button variant="default" onClick={onBack}>
              {t('base.back')}
            </Button>
            <Button type="submit" loading={create.isPending}>
              {t('entry.create.submit')}
            </Button>
          </Group>
        </Stack>
      </form>
    </EntryFrame>
  )
}
