// A password, with a button that shows what was typed.
import { PasswordInput, type PasswordInputProps } from '@mantine/core'
import { useT } from '#renderer/i18n/i18n-context.tsx'

export function PasswordField(props: PasswordInputProps) {
  const t = useT()
  return <PasswordInput {...props} visibilityToggleButtonProps={{ 'aria-label': t('base.show_password') }} />
}
