// A new password, typed twice.
import type { GetInputPropsReturnType } from '@mantine/form'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { RequiredLabel } from '#renderer/ui/FormModal.tsx'
import { PasswordField } from '#renderer/ui/PasswordField.tsx'

interface NewPasswordFieldsProps {
  readonly form: { readonly getInputProps: (name: 'password' | 'passwordAgain') => GetInputPropsReturnType }
  readonly label: string
  readonly hint: string
  readonly autoFocus?: boolean
}

export function NewPasswordFields({ form, label, hint, autoFocus = false }: NewPasswordFieldsProps) {
  const t = useT()
  return (
    <>
      <PasswordField
        autoFocus={autoFocus}
        label={<RequiredLabel>{label}</RequiredLabel>}
        description={hint}
        autoComplete="new-password"
        {...form.getInputProps('password')}
      />
      <PasswordField
        label={<RequiredLabel>{t('entry.create.password_again')}</RequiredLabel>}
        autoComplete="new-password"
        {...form.getInputProps('passwordAgain')}
      />
    </>
  )
}
