// The way in without the password: the recovery key, and a new password.
import { Button, Group, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { z } from 'zod'
import { useApi } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx'
import { fieldErrors } from '#renderer/ui/field-issues.ts'
import { PasswordField } from '#renderer/ui/PasswordField.tsx'
import { requiredLine } from '#shared/base/fields.ts'
import { password } from '#shared/workspace/workspace.contract.ts'
import { EntryFrame } from './EntryFrame.tsx'

const schema = z.object({ recoveryKey: requiredLine(200), newPassword: password })

export function RecoverPage({ userName, onBack }: { readonly userName: string | null; readonly onBack: () => void }) {
  const t = useT()
  const recover = useAction(useApi().workspace.recover(), { errors: 'caller' })
  const form = useForm({
    initialValues: { recoveryKey: '', newPassword: '', passwordAgain: '' },
    validateInputOnBlur: true,
    validate: (values) => ({
      ...fieldErrors(t, schema, values),
      ...(values.newPassword !== values.passwordAgain ? { passwordAgain: t('validation.password_differs') } : {}),
    }),
  })

  return (
    <EntryFrame title={t('entry.recover.title')} text={t('entry.recover.text')}>
      <form
        noValidate
        onSubmit={form.onSubmit(
          ({ recoveryKey, newPassword }) => recover.mutate({ userName, recoveryKey, newPassword }),
          (errors) => form.getInputNode(Object.keys(errors)[0] ?? '')?.focus(),
        )}
      >
        <Stack mt="lg">
          <TextInput
            autoFocus
            autoComplete="off"
            spellCheck={false}
            label={t('entry.confirm.label')}
            description={t('entry.confirm.hint')}
            {...form.getInputProps('recoveryKey')}
          />
          <PasswordField
            autoComplete="new-password"
            label={t('entry.recover.new_password')}
            {...form.getInputProps('newPassword')}
          />
          <PasswordField
            autoComplete="new-password"
            label={t('entry.create.password_again')}
            {...form.getInputProps('passwordAgain')}
          />
          {recover.isError && <ErrorNote error={recover.error} />}
          <Group justify="space-between" mt="sm">
            <Button variant="default" onClick={onBack}>
              {t('entry.recover.back')}
            </Button>
            <Button type="submit" loading={recover.isPending}>
              {t('entry.recover.submit')}
            </Button>
          </Group>
        </Stack>
      </form>
    </EntryFrame>
  )
}
