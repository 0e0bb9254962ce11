// The people of a new company, a row each: name, role, phone, e-mail. They are made together with the company.
import { ActionIcon, Group, TextInput } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { AddButton } from '#renderer/ui/AddButton.tsx'
import { blankPerson, type PersonValue } from './customer-values.ts'
import { Lookalikes } from './Lookalikes.tsx'

interface PeopleRowsProps {
  readonly people: readonly PersonValue[]
  readonly onChange: (people: readonly PersonValue[]) => void
  readonly errorOf: (path: string) => ReactNode
}

const FIELDS = ['name', 'role', 'phone', 'email'] as const

export function PeopleRows({ people, onChange, errorOf }: PeopleRowsProps) {
  const t = useT()
  return (
    <div role="group" aria-label={t('customers.contacts')}>
      {people.map((person, index) => (
        <PersonRow
          key={index}
          person={person}
          isFirst={index === 0}
          isLast={index === people.length - 1}
          errorOf={(field) => errorOf(`people.${index}.${field}`)}
          onChange={(changed) => onChange(people.map((each, place) => (place === index ? changed : each)))}
          onRemove={() => onChange(people.filter((_, place) => place !== index))}
        />
      ))}
      <AddButton onClick={() => onChange([...people, blankPerson])}>{t('record.form.add_person')}</AddButton>
    </div>
  )
}

interface PersonRowProps {
  readonly person: PersonValue
  readonly isFirst: boolean
  readonly isLast: boolean
  readonly errorOf: (field: (typeof FIELDS)[number]) => ReactNode
  readonly onChange: (person: PersonValue) => void
  readonly onRemove: () => void
}

function PersonRow({ person, isFirst, isLast, errorOf, onChange, onRemove }: PersonRowProps) {
  const t = useT()
  // What somebody is called who is there already is changed on their own card.
  const isThere = person.contactId !== null
  return (
    <>
      <Group gap="sm" mb="sm" align="flex-start" wrap="nowrap">
        {FIELDS.map((field) => (
          <TextInput
            key={field}
            flex={1}
            // The column's heading stands above the first row; each field has its name all the same.
            {...(isFirst ? { label: labelOf(t, field) } : { 'aria-label': labelOf(t, field) })}
            value={person[field]}
            disabled={isThere && field !== 'role'}
            error={errorOf(field)}
            autoFocus={field === 'name' && isLast && person.name === ''}
            onChange={({ currentTarget }) => onChange({ ...person, [field]: currentTarget.value })}
          />
        ))}
        <ActionIcon
          size={32}
          mt={isFirst ? 24 : 0}
          aria-label={t('record.form.remove', { what: person.name || t('customers.contact') })}
          onClick={onRemove}
        >
          <IconX size={16} stroke={1.5} aria-hidden />
        </ActionIcon>
      </Group>
      {!isThere && (
        <Lookalikes
          recordType="contact"
          typed={person}
          onUse={({ id, name }) => onChange({ ...person, name, phone: '', email: '', contactId: id })}
        />
      )}
    </>
  )
}

const labelOf = (t: ReturnType<typeof useT>, field: (typeof FIELDS)[number]): string =>
  t(field === 'name' ? 'field.personName' : `field.${field}`)
