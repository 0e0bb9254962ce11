// What will be on the record that stays: the numbers, tags and links of all, none twice; and what is kept in a note only.
import { Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { useFormat, useT } from '#renderer/i18n/i18n-context.tsx'
import { Section, Sections } from '#renderer/ui/Section.tsx'
import { Tag } from '#renderer/ui/Tag.tsx'
import { leftValues } from '#shared/merges/merge-choices.ts'
import type { MergeChoices, MergePreview } from '#shared/merges/merge.ts'
import { fieldName, valueWords } from './merge-values.ts'

interface MergeOutcomeProps {
  readonly preview: MergePreview
  readonly choices: MergeChoices
}

export function MergeOutcome({ preview, choices }: MergeOutcomeProps) {
  const t = useT()
  const format = useFormat()
  const { recordType, records, winnerId, fields, unions } = preview
  const ids = records.map(({ id }) => id)
  const left = leftValues(fields, ids, winnerId, choices)
  const points = [...Map.groupBy(unions.points, ({ kind }) => kind)]
  const links = unions.links.map(({ id, name, role, isPrimary }) => ({
    id,
    text: [name, role, recordType === 'contact' && isPrimary ? t('field.isPrimary') : null].filter(Boolean).join(' · '),
  }))

  return (
    <Sections>
      <Section title={t('merges.outcome')} text={t('merges.outcome_text')}>
        {points.map(([kind, some]) => (
          <Fact key={kind} label={t(`field.${kind}`)}>
            {some.map(({ value }) => (
              <Text key={value}>{value}</Text>
            ))}
          </Fact>
        ))}
        {unions.tags.length > 0 && (
          <Fact label={t('record.tags')}>
            {unions.tags.map(({ id, name, colour }) => (
              <Tag key={id} name={name} colour={colour} />
            ))}
          </Fact>
        )}
        {links.length > 0 && (
          <Fact label={t(recordType === 'company' ? 'customers.contacts' : 'customers.companies')}>
            {links.map(({ id, text }) => (
              <Text key={id}>{text}</Text>
            ))}
          </Fact>
        )}
        {unions.relations.length > 0 && (
          <Fact label={t('record.tab.relations')}>
            {unions.relations.map(({ id, name, kind }) => (
              <Text key={`${kind} ${id}`}>{[name, t(`record.relation.${kind}`)].join(' · ')}</Text>
            ))}
          </Fact>
        )}
        {points.length + unions.tags.length + links.length + unions.relations.length === 0 && (
          <Text c="dimmed">{t('merges.outcome_none')}</Text>
        )}
      </Section>
      <Section title={t('merges.note')} text={t('merges.note_text')}>
        {left.length === 0 && <Text c="dimmed">{t('merges.note_none')}</Text>}
        {records
          .filter(({ id }) => left.some(({ recordId }) => recordId === id))
          .map(({ id, name }) => (
            <Fact key={id} label={name}>
              {left
                .filter(({ recordId }) => recordId === id)
                .map(({ field, value }) => (
                  <Text key={field.field}>
                    {t('merges.line', {
                      field: fieldName(t, recordType, field),
                      value: valueWords(t, format, field, value) ?? t('merges.empty'),
                    })}
                  </Text>
                ))}
            </Fact>
          ))}
      </Section>
    </Sections>
  )
}

function Fact({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <section aria-label={label}>
      <Text c="dimmed" size="sm">
        {label}
      </Text>
      {children}
    </section>
  )
}
