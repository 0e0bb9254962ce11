// What of a card can be chosen: people for a company, single details for a person.
import { Checkbox, ScrollArea, Stack } from '@mantine/core'
import type { Translate } from '#renderer/i18n/translate.ts'
import type { CardProposal, OfferedCard } from '#shared/attachments/drops.contract.ts'

export interface CardChoice {
  readonly key: string
  readonly label: string
  readonly details: string
}

const FIELDS = {
  phone: 'field.phone',
  email: 'field.email',
  address: 'field.address',
  website: 'field.website',
  messenger: 'field.messenger',
  birthday: 'field.birthday',
  description: 'field.description',
} as const satisfies Record<CardProposal['field'], string>

/** One card of the record's own kind fills it; on a company all others are its people. */
export const isFilling = (recordType: 'company' | 'contact', cards: readonly OfferedCard[]): boolean =>
  recordType === 'contact' || (cards.length === 1 && cards[0]?.isCompany === true)

export const choicesOf = (
  t: Translate,
  recordType: 'company' | 'contact',
  cards: readonly OfferedCard[],
): readonly CardChoice[] =>
  isFilling(recordType, cards)
    ? (cards[0]?.proposals ?? []).map(({ key, field, value }) => ({ key, label: t(FIELDS[field]), details: value }))
    : cards.map(({ index, name, jobTitle, phone, email, match }) => ({
        key: String(index),
        label: name,
        details: [jobTitle, phone, email, match ? t('drops.card_match', { name: match.name }) : null]
          .filter((part) => part !== null)
          .join(' · '),
      }))

interface CardChoicesProps {
  readonly choices: readonly CardChoice[]
  readonly chosen: readonly string[]
  readonly onChange: (chosen: readonly string[]) => void
}

export function CardChoices({ choices, chosen, onChange }: CardChoicesProps) {
  return (
    <ScrollArea.Autosize mah="50vh">
      <Stack gap="sm">
        {choices.map(({ key, label, details }) => (
          <Checkbox
            key={key}
            label={label}
            description={details}
            checked={chosen.includes(key)}
            onChange={({ currentTarget }) =>
              onChange(currentTarget.checked ? [...chosen, key] : chosen.filter((other) => other !== key))
            }
          />
        ))}
      </Stack>
    </ScrollArea.Autosize>
  )
}
