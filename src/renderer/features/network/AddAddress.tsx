// Where a computer can be reached that is not found by itself, and what came of calling it there.
import { Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useApi } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { FormModal } from '#renderer/ui/FormModal.tsx'
import { nameError } from '#renderer/ui/NameInput.tsx'
import type { NetworkStatus } from '#shared/sync/network.contract.ts'
import { Findings } from './Findings.tsx'

interface AddAddressProps {
  readonly device: NetworkStatus['devices'][number]
  readonly onClose: () => void
}

export function AddAddress({ device: { id, name }, onClose }: AddAddressProps) {
  const t = useT()
  const [address, setAddress] = useState('')
  const add = useAction(useApi().network.addAddress.act(), { errors: 'caller' })
  return (
    <FormModal
      isOpen
      title={t('network_page.address_title', { name })}
      submitLabel={t('network_page.address_submit')}
      isBusy={add.isPending}
      leaveLabel={add.data && t('base.close')}
      onClose={onClose}
      onSubmit={(event) => {
        event?.preventDefault()
        add.mutate({ deviceId: id, address: address.trim() })
      }}
    >
      <Text c="dimmed">{t('network_page.address_text')}</Text>
      <TextInput
        data-autofocus
        label={t('network_page.address_label')}
        description={t('network_page.address_help')}
        spellCheck={false}
        value={address}
        error={add.error && nameError(t, add.error)}
        onChange={({ currentTarget }) => {
          setAddress(currentTarget.value)
          add.reset()
        }}
      />
      <div role="status">
        {add.isPending && <Text c="dimmed">{t('network_page.address_calling')}</Text>}
        {add.data && <Findings findings={add.data} />}
      </div>
    </FormModal>
  )
}
