// Writes on a ticket: a reply, an internal note or the customer's words, with a new status in the same act if wanted. Ctrl+Enter adds.
import { Button, Group, Menu, SegmentedControl, Stack, Textarea } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconChevronDown } from '@tabler/icons-react'
import { type KeyboardEvent, useState } from 'react'
import { useApi } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { errorText } from '#renderer/i18n/error-text.ts'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { errorIssues } from '#renderer/ui/field-issues.ts'
import { ticketMessage } from '#shared/tickets/ticket.ts'
import type { TicketRecord } from './ticket-record.ts'

const KINDS = ticketMessage.shape.kind.options

export function TicketComposer({ ticket }: { readonly ticket: TicketRecord }) {
  const t = useT()
  const api = useApi()
  const { id, number } = ticket
  const [kind, setKind] = useState<(typeof KINDS)[number]>('reply')
  const [text, setText] = useState('')
  const statuses = useQuery(api.tickets.statuses({}))
  const reply = useAction(api.tickets.reply(), {
    said: (message) => t(`tickets.said.${message.kind}`, { number }),
    errors: 'caller',
    onDone: () => setText(''),
  })
  const isBlank = text.trim() === ''
  const complaint = reply.error && (errorIssues(t, reply.error)['text'] ?? errorText(t, reply.error).text)

  const add = (statusId: string | null) => {
    if (!isBlank && !reply.isPending) reply.mutate({ id, kind, text, statusId })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return
    event.preventDefault()
    add(null)
  }
  return (
    <Stack gap="sm" role="group" aria-label={t('tickets.composer.label')}>
      <Group>
        <SegmentedControl
          size="xs"
          aria-label={t('tickets.composer.kind')}
          data={KINDS.map((value) => ({ value, label: t(`tickets.composer.${value}`) }))}
          value={kind}
          onChange={setKind}
        />
      </Group>
      <Textarea
        autosize
        minRows={3}
        maxRows={14}
        aria-label={t('tickets.composer.label')}
        placeholder={t(`tickets.composer.${kind}_text`)}
        value={text}
        error={complaint}
        onKeyDown={onKeyDown}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Group justify="flex-end" gap="sm">
        <Menu>
          <Menu.Target>
            <Button variant="default" disabled={isBlank} rightSection={<IconChevronDown size={14} stroke={1.5} aria-hidden />}>
              {t('tickets.composer.and_status')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {(statuses.data ?? [])
              .filter((status) => status.id !== ticket.statusId)
              .map((status) => (
                <Menu.Item key={status.id} onClick={() => add(status.id)}>
                  {t('tickets.composer.and_set', { status: status.name })}
                </Menu.Item>
              ))}
          </Menu.Dropdown>
        </Menu>
        <Button disabled={isBlank} loading={reply.isPending} onClick={() => add(null)}>
          {t(`tickets.composer.add_${kind}`)}
        </Button>
      </Group>
    </Stack>
  )
}
