// A box for a signature or an address as it was copied: says what it understood, and fills the form only when told to.
import { Button, Group, Stack, Text, Textarea } from '@mantine/core'
import { IconClipboardText } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { useApi } from '#renderer/api/api-context.tsx'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import type { Proposal } from '#shared/records/paste/proposal.ts'
import { proposedFacts } from './proposed-facts.ts'

export function PasteBox({ onFill }: { readonly onFill: (proposal: Proposal) => void }) {
  const t = useT()
  const [isOpen, setIsOpen] = useState(false)
  const [text, setText] = useState('')
  const asked = useDeferredValue(text.trim())
  const proposal = useQuery({
    ...useApi().customers.propose({ text: asked }),
    enabled: asked !== '',
    placeholderData: keepPreviousData,
    gcTime: 0,
  })
  const facts = asked === '' || !proposal.data ? [] : proposedFacts(t, proposal.data)
  const fill = () => {
    if (!proposal.data) return
    onFill(proposal.data)
    setText('')
    setIsOpen(false)
  }

  return (
    <div>
      <Button
        size="compact-sm"
        variant="subtle"
        color="gray"
        fw={400}
        leftSection={<IconClipboardText size={14} stroke={1.5} aria-hidden />}
        aria-expanded={isOpen}
        onClick={() => setIsOpen(!isOpen)}
      >
        {t('record.paste.open')}
      </Button>
      {isOpen && (
        <Stack gap="sm" pt="sm">
          <Textarea
            autosize
            minRows={2}
            maxRows={8}
            label={t('record.paste.label')}
            placeholder={t('record.paste.example')}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          {facts.length > 0 && (
            <Group justify="space-between" align="flex-end" wrap="nowrap">
              <div role="status">
                {facts.map(({ label, value }) => (
                  <Text key={`${label} ${value}`} size="sm">
                    {t('record.paste.fact', { label, value })}
                  </Text>
                ))}
              </div>
              <Button variant="default" onClick={fill}>
                {t('record.paste.fill')}
              </Button>
            </Group>
          )}
          {asked !== '' && proposal.isSuccess && facts.length === 0 && (
            <Text size="sm" c="dimmed" role="status">
              {t('record.paste.nothing')}
            </Text>
          )}
        </Stack>
      )}
    </div>
  )
}
