// Changes the password of the user who is signed in.
import { useForm } from '@mantine/form'
import { z } from 'zod'
import { useApi, useClient } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { fieldErrors } from '#renderer/ui/field-issues.ts'
import { FormModal } from '#renderer/ui/FormModal.tsx'
import { PasswordField } from '#renderer/ui/PasswordField.tsx'
import { password } from '#shared/workspace/workspace.contract.ts'

const schema = z.object({ password: z.string().min(1), newPassword: password })

export function ChangePasswordForm({ onClose }: { readonly onClose: () => void }) {
  const t = useT()
  const { quietLine } = useClient()
  const change = useAction(useApi().workspace.changePassword(), {
    errors: 'caller',
    onDone: () => {
      quietLine.say(t('settings.password_changed'), null)
      onClose()
    },
  })
  const form = useForm({
    initialValues: { password: '', newPassword: '', passwordAgain: '' },
    validateInputOnBlur: true,
    validate: (values) => ({
      ...fieldErrors(t, schema, values),
      ...(values.newPassword !== values.passwordAgain ? { passwordAgain: t('validation.password_differs') } : {}),
    }),
  })

  return (
    <FormModal
      title={t('settings.change_password')}
      submitLabel={t('settings.change_password_submit')}
      isOpen
      size="sm"
      onClose={onClose}
      onSubmit={form.onSubmit(({ password: present, newPassword }) => change.mutate({ password: present, newPassword }))}
      isBusy={change.isPending}
      error={change.error}
    >
      <PasswordField
        data-autofocus
        autoComplete="current-password"
        label={t('settings.password_now')}
        {...form.getInputProps('password')}
      />
      <PasswordField autoComplete="new-password" label={t('settings.password_new')} {...form.getInputProps('newPassword')} />
      <PasswordField
        autoComplete="new-password"
        label={t('entry.create.password_again')}
        {...form.getInputProps('passwordAgain')}
      />
    </FormModal>
  )
}
