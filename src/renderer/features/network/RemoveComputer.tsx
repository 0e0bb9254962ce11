// Asks before a computer is shut out, or one that has not come yet is let in no more, and says what that does not do.
import { Text } from '@mantine/core'
import { useApi } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { ConfirmModal } from '#renderer/ui/ConfirmModal.tsx'
import type { NetworkStatus } from '#shared/sync/network.contract.ts'

interface RemoveComputerProps {
  readonly device: Pick<NetworkStatus['devices'][number], 'id' | 'name'>
  readonly hasCome: boolean
  readonly onClose: () => void
}

export function RemoveComputer({ device: { id, name }, hasCome, onClose }: RemoveComputerProps) {
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
      <Text mb="sm">{t(hasCome ? 'network_page.remove_text' : 'network_page.remove_joining', { name })}</Text>
      {hasCome && <Text mb="sm">{t('network_page.remove_unsent', { name })}</Text>}
      <Text c="dimmed">{t(hasCome ? 'network_page.remove_again' : 'network_page.remove_joining_again')}</Text>
    </ConfirmModal>
  )
}
