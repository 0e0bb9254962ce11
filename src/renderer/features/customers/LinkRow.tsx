// One link between a contact and a company, as a row of either card, with what can be done about it.
import { ActionIcon, Anchor, Menu } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useState } from 'react'
import { Link } from 'react-router'
import { useApi } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { RelatedRow } from '#renderer/ui/RelatedList.tsx'
import type { Reference } from '#shared/base/fields.ts'
import type { CompanyContact } from '#shared/customers/contact.ts'
import { LinkForm } from './LinkForm.tsx'

interface LinkRowProps {
  readonly link: CompanyContact
  readonly contact: Reference
  readonly company: Reference
  /** Which of the two the row is about; the other's card is the one in front. */
  readonly shows: 'contact' | 'company'
  readonly facts: readonly (string | null)[]
}

export function LinkRow({ link, contact, company, shows, facts }: LinkRowProps) {
  const t = useT()
  const api = useApi()
  const [isEditing, setIsEditing] = useState(false)
  const names = { contact: contact.name, company: company.name }
  const makePrimary = useAction(api.contacts.link(), { said: () => t('customers.made_primary', names) })
  const unlink = useAction(api.contacts.unlink(), { said: () => t('customers.unlinked', names) })
  const shown = shows === 'contact' ? contact : company

  return (
    <RelatedRow
      name={
        <Anchor component={Link} to={`/${shows === 'contact' ? 'contacts' : 'companies'}/${shown.id}`}>
          {shown.name}
        </Anchor>
      }
      facts={[link.role, link.isPrimary ? t('customers.primary') : null, ...facts]}
      action={
        <Menu>
          <Menu.Target>
            <ActionIcon aria-label={t('customers.actions_for', { name: shown.name })}>
              <IconDots size={16} stroke={1.5} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => setIsEditing(true)}>{t('customers.change_role')}</Menu.Item>
            {!link.isPrimary && (
              <Menu.Item onClick={() => makePrimary.mutate({ contactId: contact.id, companyId: company.id, isPrimary: true })}>
                {t('customers.make_primary')}
              </Menu.Item>
            )}
            <Menu.Item onClick={() => unlink.mutate({ contactId: contact.id, companyId: company.id })}>
              {t('customers.unlink')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      }
    >
      {isEditing && (
        <LinkForm
          contact={contact}
          company={company}
          role={link.role}
          isPrimary={link.isPrimary}
          onClose={() => setIsEditing(false)}
        />
      )}
    </RelatedRow>
  )
}
