// What is done with a customer: the two most used at hand, the rest behind the dots, each with its key.
import { Button, Menu } from '@mantine/core'
import { useState } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { useApi } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { MoreMenu } from '#renderer/ui/MoreMenu.tsx'
import { PlanItems } from '#renderer/ui/PlanItems.tsx'
import { useRecordDialog } from '#renderer/ui/record-dialog.ts'
import { useAddress } from '#renderer/ui/use-address.ts'
import { useShortcuts } from '#renderer/ui/Shortcuts.tsx'
import { useQuery } from '@tanstack/react-query'
import { ArchiveCompany } from './ArchiveCompany.tsx'
import { MergeWith } from './MergeWith.tsx'
import { type CustomerCard, pathOf } from './customer-cards.ts'

export function CustomerActions({ customer }: { readonly customer: CustomerCard }) {
  const t = useT()
  const api = useApi()
  const address = useAddress()
  const navigate = useNavigate()
  const { pathname } = useLocation()
  const [isArchiving, setIsArchiving] = useState(false)
  const [isMerging, setIsMerging] = useState(false)
  const { type, id, name, archivedAt, pooledAt } = customer
  const pool = useQuery(api.pool.settings({}))
  const release = useAction(api.pool.release(), { said: () => t('record.pool.released', { name }) })
  const archiveContact = useAction(api.contacts.archive(), { said: () => t('customers.record_archived', { name }) })
  const isArchived = archivedAt !== null
  const path = pathOf(customer)

  const { show } = useRecordDialog()
  const addDeal = () => address.set({ tab: 'deals', add: 'deal' })
  const addTicket = () => address.set({ tab: 'tickets', add: 'ticket' })
  const print = () => void navigate(`${path}/print`)
  const archive = () => (type === 'company' ? setIsArchiving(true) : archiveContact.mutate({ id }))
  const open = () => void navigate(path)
  useShortcuts([
    { keys: 'd', label: t('record.new_deal'), group: 'page', run: () => !isArchived && addDeal() },
    { keys: 'i', label: t('record.new_ticket'), group: 'page', run: () => !isArchived && addTicket() },
    { keys: 'mod+p', label: t('record.print'), group: 'page', run: print },
  ])

  return (
    <>
      {!isArchived && (
        <>
          <Button variant="default" onClick={() => show('call')}>
            {t('record.log_call')}
          </Button>
          <Button variant="default" onClick={addDeal}>
            {t('record.new_deal')}
          </Button>
        </>
      )}
      <MoreMenu>
        {pathname !== path && <Menu.Item onClick={open}>{t('record.open_full')}</Menu.Item>}
        {!isArchived && (
          <Menu.Item rightSection="I" onClick={addTicket}>
            {t('record.new_ticket')}
          </Menu.Item>
        )}
        {!isArchived && <PlanItems />}
        <Menu.Item rightSection="Ctrl+P" onClick={print}>
          {t('record.print')}
        </Menu.Item>
        {!isArchived && pooledAt === null && pool.data?.isOn && (
          <Menu.Item onClick={() => release.mutate({ recordType: type, recordId: id })}>{t('record.pool.release')}</Menu.Item>
        )}
        {!isArchived && <Menu.Item onClick={() => setIsMerging(true)}>{t('merges.with')}</Menu.Item>}
        {!isArchived && <Menu.Item onClick={archive}>{t('base.archive')}</Menu.Item>}
      </MoreMenu>
      {isMerging && <MergeWith customer={customer} onClose={() => setIsMerging(false)} />}
      {isArchiving && type === 'company' && <ArchiveCompany company={customer} onClose={() => setIsArchiving(false)} />}
    </>
  )
}
