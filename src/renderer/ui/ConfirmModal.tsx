// Asks before something is lost. The button says what it will do.
import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { useFocusBack } from './use-focus-back.ts'

interface ConfirmModalProps {
  readonly title: string
  readonly confirmLabel: string
  readonly isOpen: boolean
  readonly isBusy?: boolean
  readonly onConfirm: () => void
  readonly onClose: () => void
  readonly children: ReactNode
}

export function ConfirmModal({ title, confirmLabel, isOpen, isBusy = false, onConfirm, onClose, children }: ConfirmModalProps) {
  const t = useT()
  useFocusBack()
  return (
    <Modal opened={isOpen} onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t('base.close') }}>
      <Stack gap="lg">
        <Text component="div">{children}</Text>
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose} data-autofocus>
            {t('base.cancel')}
          </Button>
          <Button color="red" loading={isBusy} onClick={onConfirm}>
            {confirmLabel}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
