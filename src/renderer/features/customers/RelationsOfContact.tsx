// The people that a person stands in a relation to, on the card of each of the two.
import { ActionIcon, Anchor, Button, Menu } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useState } from 'react'
import { Link } from 'react-router'
import { useApi } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { RelatedList, RelatedRow } from '#renderer/ui/RelatedList.tsx'
import type { Relation } from '#shared/customers/relation.ts'
import type { ContactCard } from './customer-cards.ts'
import { RelationForm } from './RelationForm.tsx'

export function RelationsOfContact({ contact }: { readonly contact: ContactCard }) {
  const t = useT()
  const [isAdding, setIsAdding] = useState(false)
  const isReadOnly = contact.archivedAt !== null

  return (
    <RelatedList
      label={t('record.tab.relations')}
      empty={contact.relations.length === 0 && <EmptyState isSmall text={t('record.relation.empty')} />}
      actions={
        !isReadOnly && (
          <>
            <Button variant="default" onClick={() => setIsAdding(true)}>
              {t('record.relation.add')}
            </Button>
            {isAdding && <RelationForm contact={contact} onClose={() => setIsAdding(false)} />}
          </>
        )
      }
    >
      {contact.relations.map((relation) => (
        <RelationRow key={relation.id} contact={contact} relation={relation} isReadOnly={isReadOnly} />
      ))}
    </RelatedList>
  )
}

interface RelationRowProps {
  readonly contact: ContactCard
  readonly relation: Relation
  readonly isReadOnly: boolean
}

function RelationRow({ contact, relation, isReadOnly }: RelationRowProps) {
  const t = useT()
  const [isEditing, setIsEditing] = useState(false)
  const { id, kind, note, contact: other } = relation
  const remove = useAction(useApi().relations.remove(), {
    said: () => t('record.relation.removed', { name: contact.name, other: other.name }),
  })

  return (
    <RelatedRow
      name={
        <Anchor component={Link} to={`/contacts/${other.id}`}>
          {other.name}
        </Anchor>
      }
      facts={[t(`record.relation.${kind}`), note]}
      action={
        !isReadOnly && (
          <Menu>
            <Menu.Target>
              <ActionIcon aria-label={t('customers.actions_for', { name: other.name })}>
                <IconDots size={16} stroke={1.5} aria-hidden />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item onClick={() => setIsEditing(true)}>{t('base.edit')}</Menu.Item>
              <Menu.Item onClick={() => remove.mutate({ id })}>{t('base.remove')}</Menu.Item>
            </Menu.Dropdown>
          </Menu>
        )
      }
    >
      {isEditing && <RelationForm contact={contact} relation={relation} onClose={() => setIsEditing(false)} />}
    </RelatedRow>
  )
}
