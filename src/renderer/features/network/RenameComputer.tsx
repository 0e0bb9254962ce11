// Another name for a computer, on all of them.
import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useApi } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { FormModal } from '#renderer/ui/FormModal.tsx'
import { nameError } from '#renderer/ui/NameInput.tsx'
import type { NetworkStatus } from '#shared/sync/network.contract.ts'

interface DeviceDialogProps {
  readonly device: NetworkStatus['devices'][number]
  readonly onClose: () => void
}

export function RenameComputer({ device, onClose }: DeviceDialogProps) {
  const t = useT()
  const [name, setName] = useState(device.name)
  const rename = useAction(useApi().devices.rename(), {
    errors: 'caller',
    said: () => t('network_page.renamed', { name: name.trim() }),
    onDone: onClose,
  })
  return (
    <FormModal
      isOpen
      size="sm"
      title={t('network_page.rename_title', { name: device.name })}
      submitLabel={t('network_page.rename_submit')}
      isBusy={rename.isPending}
      onClose={onClose}
      onSubmit={(event) => {
        event?.preventDefault()
        if (name.trim() === device.name) onClose()
        else rename.mutate({ id: device.id, name })
      }}
    >
      <TextInput
        data-autofocus
        label={t('network_page.new_name')}
        description={t('network_page.name_help')}
        value={name}
        error={rename.error && nameError(t, rename.error)}
        onChange={({ currentTarget }) => {
          setName(currentTarget.value)
          rename.reset()
        }}
      />
    </FormModal>
  )
}
