// The cards of a dropped .vcf file. On a company they are people to be added; on a person the first one is what the record could use.
import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useApi } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx'
import { Pending } from '#renderer/ui/Pending.tsx'
import { useFocusBack } from '#renderer/ui/use-focus-back.ts'
import type { OfferedCard } from '#shared/attachments/drops.contract.ts'
import { shownFileName } from '#shared/attachments/file-names.ts'
import { CardChoices, choicesOf, isFilling } from './CardChoices.tsx'
import type { GivenFile } from './given-files.ts'

interface CardsModalProps {
  readonly place: { readonly recordType: 'company' | 'contact'; readonly recordId: string }
  readonly file: GivenFile
  readonly onClose: () => void
  readonly onKeepFile: () => void
}

export function CardsModal({ place, file, onClose, onKeepFile }: CardsModalProps) {
  const t = useT()
  useFocusBack()
  const cards = useQuery({ ...useApi().drops.cards({ ...place, file: file.reference }), gcTime: 0 })
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('drops.cards_title', { name: shownFileName(file.name) })}
      closeButtonProps={{ 'aria-label': t('base.close') }}
    >
      {cards.isPending && <Pending lines={4} />}
      {cards.isError && (
        <Stack>
          <ErrorNote error={cards.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onKeepFile}>
              {t('drops.keep_file')}
            </Button>
          </Group>
        </Stack>
      )}
      {cards.data && <CardsForm place={place} file={file} cards={cards.data} onClose={onClose} onKeepFile={onKeepFile} />}
    </Modal>
  )
}

function CardsForm({ place, file, cards, onClose, onKeepFile }: CardsModalProps & { readonly cards: readonly OfferedCard[] }) {
  const t = useT()
  const api = useApi()
  const fills = isFilling(place.recordType, cards)
  const choices = choicesOf(t, place.recordType, cards)
  const [chosen, setChosen] = useState<readonly string[]>(choices.map(({ key }) => key))
  const options = { errors: 'caller', onDone: onClose } as const
  const take = useAction(api.drops.takeCards(), {
    ...options,
    said: ({ contacts }) => t('drops.said.contacts', { count: contacts.length, name: contacts[0]?.name ?? '' }),
  })
  const fill = useAction(api.drops.fill(), { ...options, said: ({ filled }) => t('drops.said.filled', { count: filled }) })
  const submit = () => {
    if (fills) {
      return fill.mutate({ ...place, file: file.reference, index: cards[0]?.index ?? 0, keys: [...chosen] })
    }
    const picks = cards
      .filter(({ index }) => chosen.includes(String(index)))
      .map(({ index, match }) => ({ index, contactId: match?.id ?? null }))
    take.mutate({ companyId: place.recordId, file: file.reference, picks })
  }
  const error = take.error ?? fill.error

  return (
    <Stack>
      <Text c="dimmed">
        {choices.length === 0 ? t('drops.cards_nothing_new') : t(fills ? 'drops.cards_for_record' : 'drops.cards_for_company')}
      </Text>
      <CardChoices choices={choices} chosen={chosen} onChange={setChosen} />
      {error && <ErrorNote error={error} />}
      <Group justify="flex-end" gap="sm">
        <Button variant="default" onClick={onKeepFile}>
          {t('drops.keep_file')}
        </Button>
        <Button disabled={chosen.length === 0} loading={take.isPending || fill.isPending} onClick={submit}>
          {t('drops.take_cards')}
        </Button>
      </Group>
    </Stack>
  )
}
