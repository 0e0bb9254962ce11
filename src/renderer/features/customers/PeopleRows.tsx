// The people of a new company, a row each: name, role, phone, e-mail. They are made together with the company.
import { ActionIcon, Group, TextInput } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { AddButton } from '#renderer/ui/AddButton.tsx'
import { blankPerson, type PersonValue } from './customer-values.ts'

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
        <Group key={index} gap="sm" mb="sm" align="flex-start" wrap="nowrap">
          {FIELDS.map((field) => (
            <TextInput
              key={field}
              flex={1}
              // The column's heading stands above the first row; each field has its name all the same.
              {...(index === 0 ? { label: labelOf(t, field) } : { 'aria-label': labelOf(t, field) })}
              value={person[field]}
              error={errorOf(`people.${index}.${field}`)}
              autoFocus={field === 'name' && index === people.length - 1 && person.name === ''}
              onChange={(event) => {
                const { value } = event.currentTarget
                onChange(people.map((each, place) => (place === index ? { ...each, [field]: value } : each)))
              }}
            />
          ))}
          <ActionIcon
            size={32}
            mt={index === 0 ? 24 : 0}
            aria-label={t('record.form.remove', { what: person.name || t('customers.contact') })}
            onClick={() => onChange(people.filter((_, place) => place !== index))}
          >
            <IconX size={16} stroke={1.5} aria-hidden />
          </ActionIcon>
        </Group>
      ))}
      <AddButton onClick={() => onChange([...people, blankPerson])}>{t('record.form.add_person')}</AddButton>
    </div>
  )
}

const labelOf = (t: ReturnType<typeof useT>, field: (typeof FIELDS)[number]): string =>
  t(field === 'name' ? 'field.personName' : `field.${field}`)
