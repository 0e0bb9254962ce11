// The main phone, e-mail or page of a customer: the record's own column, with what it is for and the way to further ones.
import { ActionIcon, Menu } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useState } from 'react'
import type { z } from 'zod'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { EditableText } from '#renderer/ui/EditableText.tsx'
import { FurtherPoints } from './ContactPoints.tsx'
import type { CustomerCard } from './customer-cards.ts'
import { PointForm } from './PointForm.tsx'
import { PointLink } from './PointLink.tsx'
import { pointTypeChoices, pointTypeName } from './point-words.ts'
import { usePointReading } from './use-point-reading.ts'

interface MainPointProps {
  readonly customer: CustomerCard
  readonly kind: 'phone' | 'email' | 'website'
  readonly value: string | null
  /** What it is for; pages have no such word. */
  readonly type: string | null
  readonly schema: z.ZodType
  readonly onSave: (value: string | null) => Promise<unknown>
  readonly onSaveType: ((type: string | null) => void) | null
}

export function MainPoint({ customer, kind, value, type, schema, onSave, onSaveType }: MainPointProps) {
  const t = useT()
  const read = usePointReading(customer)
  const [isAdding, setIsAdding] = useState(false)
  const reading = value === null ? null : read(kind, value)
  const isReadOnly = customer.archivedAt !== null
  const word = t(`field.${kind}`)

  return (
    <>
      <EditableText
        label={word}
        field={kind}
        value={value}
        display={reading?.display}
        type={kind === 'phone' ? 'tel' : kind === 'email' ? 'email' : 'url'}
        schema={schema}
        detail={type && pointTypeName(t, kind, type)}
        note={reading?.warning && t(reading.warning)}
        isReadOnly={isReadOnly}
        after={reading && <PointLink kind={kind} reading={reading} />}
        onDemand={
          reading &&
          !isReadOnly && (
            <Menu>
              <Menu.Target>
                <ActionIcon size="sm" aria-label={t('record.point.actions', { value: reading.display })}>
                  <IconDots size={16} stroke={1.5} aria-hidden />
                </ActionIcon>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item onClick={() => setIsAdding(true)}>{t('record.point.add_another', { kind: word })}</Menu.Item>
                {onSaveType && (
                  <>
                    <Menu.Label>{t('record.point.type')}</Menu.Label>
                    {pointTypeChoices(t, kind, type).map((choice) => (
                      <Menu.Item key={choice.value} onClick={() => onSaveType(choice.value === type ? null : choice.value)}>
                        {choice.value === type ? t('record.point.type_now', { type: choice.label }) : choice.label}
                      </Menu.Item>
                    ))}
                  </>
                )}
              </Menu.Dropdown>
            </Menu>
          )
        }
        onSave={onSave}
      />
      <FurtherPoints customer={customer} kind={kind} />
      {isAdding && <PointForm customer={customer} kind={kind} onClose={() => setIsAdding(false)} />}
    </>
  )
}
