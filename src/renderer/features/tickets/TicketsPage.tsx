// The queues of tickets.
import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useNavigate } from 'react-router'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { ListScreen } from '#renderer/records/lists/ListScreen.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { ImportMenu } from '#renderer/ui/ImportMenu.tsx'
import { useShortcuts } from '#renderer/ui/Shortcuts.tsx'
import { useAddress } from '#renderer/ui/use-address.ts'
import { ticketListInput } from '#shared/tickets/ticket.ts'
import { NewTicketForm } from './NewTicketForm.tsx'

const QUEUES = ticketListInput.shape.queue.unwrap().options
const pathOf = (id: string): string => `/tickets/${id}`

/** `renderPanel`: a ticket beside the list. */
export function TicketsPage({ renderPanel }: { readonly renderPanel: (id: string) => ReactNode }) {
  const t = useT()
  const navigate = useNavigate()
  const address = useAddress()
  const startCreating = () => address.set({ new: '' })
  useShortcuts([{ keys: 'n', label: t('tickets.new.title'), group: 'page', run: startCreating }])

  return (
    <ListScreen
      entity="tickets"
      title={t('tickets.list.title')}
      searchLabel={t('tickets.list.search')}
      pathOf={pathOf}
      renderPanel={renderPanel}
      actions={
        <>
          <ImportMenu entity="ticket" />
          <Button onClick={startCreating}>{t('tickets.new.title')}</Button>
        </>
      }
      renderFirst={(viewId) => (
        <EmptyState
          text={t(`tickets.empty.${QUEUES.find((queue) => queue === viewId) ?? 'all'}`)}
          action={
            viewId !== 'closed' && (
              <Button variant="default" onClick={startCreating}>
                {t('tickets.new.title')}
              </Button>
            )
          }
        />
      )}
    >
      {address.has('new') && (
        <NewTicketForm onClose={() => address.set({ new: null })} onCreated={({ id }) => void navigate(pathOf(id))} />
      )}
    </ListScreen>
  )
}
