// Makes a new recovery key and shows it once, to be printed.
import { Button, Group, Modal, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useApi, useShell } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx'
import { FormModal } from '#renderer/ui/FormModal.tsx'
import { KeyText } from '#renderer/ui/KeyText.tsx'
import { PasswordField } from '#renderer/ui/PasswordField.tsx'
import { useFocusBack } from '#renderer/ui/use-focus-back.ts'

export function RenewKeyForm({ onClose }: { readonly onClose: () => void }) {
  const t = useT()
  useFocusBack()
  const [password, setPassword] = useState('')
  const settings = useQuery(useApi().settings.get({}))
  const renew = useAction(useApi().workspace.renewRecoveryKey(), { errors: 'caller' })
  const print = useAction(useShell().print(), { errors: 'caller' })

  if (renew.data) {
    const { recoveryKey } = renew.data
    return (
      <Modal opened onClose={onClose} title={t('settings.renew_key')} closeOnClickOutside={false} withCloseButton={false}>
        <Text mb="md">{t('settings.renew_key_done')}</Text>
        <KeyText>{recoveryKey}</KeyText>
        {print.isError && <ErrorNote error={print.error} />}
        <Group justify="flex-end" gap="sm" mt="lg">
          <Button
            variant="default"
            loading={print.isPending}
            onClick={() =>
              print.mutate({
                page: 'recovery-key',
                paper: settings.data?.paper ?? 'A4',
                recoveryKey,
                workspaceName: settings.data?.workspaceName ?? '',
              })
            }
          >
            {t('entry.key.print')}
          </Button>
          <Button onClick={onClose}>{t('entry.key.next')}</Button>
        </Group>
      </Modal>
    )
  }
  return (
    <FormModal
      title={t('settings.renew_key')}
      submitLabel={t('settings.renew_key_submit')}
      isOpen
      onClose={onClose}
      onSubmit={(event) => {
        event?.preventDefault()
        renew.mutate({ password })
      }}
      isBusy={renew.isPending}
      error={renew.error}
    >
      <Text c="dimmed">{t('settings.renew_key_text')}</Text>
      <PasswordField
        data-autofocus
        autoComplete="current-password"
        label={t('settings.password_now')}
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
    </FormModal>
  )
}
