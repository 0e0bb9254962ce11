// Asks before a computer that has not come yet is let in no more.
import { Text } from '@mantine/core'
import { useApi } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { ConfirmModal } from '#renderer/ui/ConfirmModal.tsx'
import type { NetworkStatus } from '#shared/sync/network.contract.ts'

interface RemoveJoiningProps {
  readonly device: NetworkStatus['joining'][number]
  readonly onClose: () => void
}

export function RemoveJoining({ device: { id, name }, onClose }: RemoveJoiningProps) {
  const t = useT()
  const remove = useAction(useApi().devices.remove(), { said: () => t('network_page.removed', { name }), onDone: onClose })
  return (
    <ConfirmModal
      isOpen
      title={t('network_page.remove_title', { name })}
      confirmLabel={t('network_page.remove_submit')}
      isBusy={remove.isPending}
      onConfirm={() => remove.mutate({ id })}
      onClose={onClose}
    >
      <Text mb="sm">{t('network_page.remove_joining', { name })}</Text>
      <Text c="dimmed">{t('network_page.remove_joining_again')}</Text>
    </ConfirmModal>
  )
}
