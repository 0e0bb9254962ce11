// What was said on a ticket, oldest first, and the box to write in. The customer's words, replies and internal notes differ by shape
// and by their heading, not by colour.
import { IconLock, IconMessageReply, IconQuote, type TablerIcon } from '@tabler/icons-react'
import { useFormat, useT } from '#renderer/i18n/i18n-context.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { Message, MessageThread } from '#renderer/ui/MessageThread.tsx'
import type { TicketMessage } from '#shared/tickets/ticket.ts'
import { TicketComposer } from './TicketComposer.tsx'
import type { TicketRecord } from './ticket-record.ts'

const LOOKS: Readonly<Record<TicketMessage['kind'], { readonly icon: TablerIcon; readonly shape: 'quote' | 'plain' | 'boxed' }>> =
  {
    request: { icon: IconQuote, shape: 'quote' },
    reply: { icon: IconMessageReply, shape: 'plain' },
    note: { icon: IconLock, shape: 'boxed' },
  }

export function Conversation({ ticket }: { readonly ticket: TicketRecord }) {
  const t = useT()
  const format = useFormat()
  const { messages, description, contact, company } = ticket
  const customer = contact?.name ?? company?.name ?? t('tickets.message.request')
  // The first words are often taken over as the description.
  const opening = messages.some(({ text }) => text === description) ? null : description
  const isEmpty = messages.length === 0 && opening === null

  return (
    <MessageThread
      label={t('tickets.page.conversation')}
      composer={ticket.archivedAt === null && <TicketComposer ticket={ticket} />}
    >
      {isEmpty && <EmptyState isSmall text={t('tickets.message.none')} />}
      {opening !== null && (
        <Message
          {...LOOKS.request}
          who={customer}
          what={t('tickets.message.opened')}
          when={format.moment(ticket.createdAt)}
          text={opening}
        />
      )}
      {messages.map(({ id, kind, text, sentAt, authorName }) => {
        const isCustomer = kind === 'request'
        const isWrittenDown = isCustomer && authorName !== null
        return (
          <Message
            key={id}
            {...LOOKS[kind]}
            who={isCustomer ? customer : (authorName ?? t('tickets.message.unknown'))}
            what={isWrittenDown ? t('tickets.message.written_by', { name: authorName }) : t(`tickets.message.${kind}`)}
            when={format.moment(sentAt)}
            text={text}
          />
        )
      })}
    </MessageThread>
  )
}
