// The keys to the workspace: password, recovery key, lock; and where it lies.
import { Button, Group, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useApi } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { Field } from '#renderer/ui/Field.tsx'
import { Section } from '#renderer/ui/Section.tsx'
import { ChangePasswordForm } from './ChangePasswordForm.tsx'
import { RenewKeyForm } from './RenewKeyForm.tsx'

export function SecuritySettings() {
  const t = useT()
  const api = useApi()
  const status = useQuery(api.workspace.status({}))
  const lock = useAction(api.workspace.lock())
  const [form, setForm] = useState<'password' | 'key' | null>(null)
  const close = () => setForm(null)

  return (
    <Section title={t('settings.security')}>
      {status.data?.folder && (
        <Field label={t('settings.folder')}>
          <Text>{status.data.folder}</Text>
        </Field>
      )}
      <Group gap="sm">
        <Button variant="default" onClick={() => setForm('password')}>
          {t('settings.change_password')}
        </Button>
        <Button variant="default" onClick={() => setForm('key')}>
          {t('settings.renew_key')}
        </Button>
        <Button variant="default" onClick={() => lock.mutate({})}>
          {t('settings.lock')}
        </Button>
      </Group>
      {form === 'password' && <ChangePasswordForm onClose={close} />}
      {form === 'key' && <RenewKeyForm onClose={close} />}
    </Section>
  )
}
