// One more record to merge, picked by its name.
import { Button, Popover } from '@mantine/core'
import { useState } from 'react'
import { useApi } from '#renderer/api/api-context.tsx'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { ReferencePicker } from '#renderer/ui/ReferencePicker.tsx'
import type { Merge } from './use-merge.ts'

export function MergeAdd({ merge: { recordType, ids, isFull, add } }: { readonly merge: Merge }) {
  const t = useT()
  const api = useApi()
  const [isOpen, setIsOpen] = useState(false)
  return (
    <Popover opened={isOpen} onChange={setIsOpen} position="bottom-end" trapFocus>
      <Popover.Target>
        <Button variant="default" disabled={isFull} onClick={() => setIsOpen(!isOpen)}>
          {t('merges.add')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <ReferencePicker
          data-autofocus
          label={t(recordType === 'company' ? 'field.companyId' : 'field.contactId')}
          comboboxProps={{ withinPortal: false }}
          query={(text) => (recordType === 'company' ? api.companies.pick({ text }) : api.contacts.pick({ text }))}
          value={null}
          onChange={(picked) => {
            if (picked && !ids.includes(picked.id)) add(picked.id)
            setIsOpen(false)
          }}
        />
      </Popover.Dropdown>
    </Popover>
  )
}
