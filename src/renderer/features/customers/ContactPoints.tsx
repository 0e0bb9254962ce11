// The phones, e-mails, messengers and pages of a customer, or its addresses: the main one first, the further ones below it.
import { ActionIcon, Menu } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useState } from 'react'
import { useApi } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { EditableText } from '#renderer/ui/EditableText.tsx'
import { hasMainColumn } from '#shared/customers/contact-point-rules.ts'
import type { PointKind } from '#shared/customers/contact-point.ts'
import type { CustomerCard } from './customer-cards.ts'
import { PointForm } from './PointForm.tsx'
import { PointLink } from './PointLink.tsx'
import { pointTypeName } from './point-words.ts'
import { usePointReading } from './use-point-reading.ts'

interface ContactPointsProps {
  readonly customer: CustomerCard
  readonly kind: PointKind
}

/** The further points of a kind, as properties of their own. */
export function FurtherPoints({ customer, kind }: ContactPointsProps) {
  return customer.points
    .filter((point) => point.kind === kind)
    .map((point, index) => <FurtherPoint key={point.id} customer={customer} point={point} place={index + 2} />)
}

interface FurtherPointProps {
  readonly customer: CustomerCard
  readonly point: CustomerCard['points'][number]
  /** The main one is the first. */
  readonly place: number
}

function FurtherPoint({ customer, point, place }: FurtherPointProps) {
  const t = useT()
  const api = useApi()
  const read = usePointReading(customer)
  const [isEditing, setIsEditing] = useState(false)
  const { id, kind, type, value, city, country, postcode, note } = point
  const { name } = customer
  const word = t(`field.${kind}`)
  const update = useAction(api.contactPoints.update(), {
    errors: 'caller',
    said: () => t('record.point.changed', { name, kind: word }),
  })
  const remove = useAction(api.contactPoints.remove(), { said: () => t('record.point.removed', { name, kind: word }) })
  const makePrimary = useAction(api.contactPoints.makePrimary(), {
    said: () => t('record.point.made_main', { name, kind: word }),
  })
  const reading = read(kind, value)
  const isReadOnly = customer.archivedAt !== null

  return (
    <>
      <EditableText
        label={t('record.point.further', { kind: word, place })}
        isLabelHidden={kind !== 'messenger' || place > 2}
        value={value}
        display={[reading.display, city, postcode, country].filter(Boolean).join(', ')}
        detail={[type && pointTypeName(t, kind, type), note].filter(Boolean).join(' · ') || null}
        note={reading.warning && t(reading.warning)}
        isReadOnly={isReadOnly}
        after={<PointLink kind={kind} reading={reading} />}
        onDemand={
          !isReadOnly && (
            <Menu>
              <Menu.Target>
                <ActionIcon size="sm" aria-label={t('record.point.actions', { value })}>
                  <IconDots size={16} stroke={1.5} aria-hidden />
                </ActionIcon>
              </Menu.Target>
              <Menu.Dropdown>
                {hasMainColumn(customer.type, kind) && (
                  <Menu.Item onClick={() => makePrimary.mutate({ id })}>{t('record.point.make_main')}</Menu.Item>
                )}
                <Menu.Item onClick={() => setIsEditing(true)}>{t('base.edit')}</Menu.Item>
                <Menu.Item onClick={() => remove.mutate({ id })}>{t('base.remove')}</Menu.Item>
              </Menu.Dropdown>
            </Menu>
          )
        }
        // Emptied is removed.
        onSave={(text) => (text === null ? remove.mutateAsync({ id }) : update.mutateAsync({ id, value: text }))}
      />
      {isEditing && <PointForm customer={customer} kind={kind} point={point} onClose={() => setIsEditing(false)} />}
    </>
  )
}
