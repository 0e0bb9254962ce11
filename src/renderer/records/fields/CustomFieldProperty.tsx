// An office's own field among the properties of a record, edited where it stands.
import { IconArrowUpRight, IconMail, IconPhone } from '@tabler/icons-react'
import { Fragment } from 'react'
import { useApi } from '#renderer/api/api-context.tsx'
import { useFormat, useT } from '#renderer/i18n/i18n-context.tsx'
import { EditableChoice } from '#renderer/ui/EditableChoice.tsx'
import { EditableChoices } from '#renderer/ui/EditableChoices.tsx'
import { EditableDay } from '#renderer/ui/EditableDay.tsx'
import { EditableMoney } from '#renderer/ui/EditableMoney.tsx'
import { EditableNumber } from '#renderer/ui/EditableNumber.tsx'
import { EditableReference } from '#renderer/ui/EditableReference.tsx'
import { EditableText } from '#renderer/ui/EditableText.tsx'
import { OutsideLink } from '#renderer/ui/OutsideLink.tsx'
import { Property } from '#renderer/ui/PropertyList.tsx'
import { Tag } from '#renderer/ui/Tag.tsx'
import type { CustomValue } from '#shared/custom-fields/custom-values.ts'
import type { FieldChoice, FieldDefinition } from '#shared/custom-fields/field-definition.ts'
import { fieldSchema } from '#shared/custom-fields/field-value.ts'
import classes from './CustomField.module.css'
import { customCellText } from './custom-cell-text.ts'
import { EditableMoment } from './EditableMoment.tsx'
import { recordHref } from '#shared/base/record-places.ts'
import { useLinkedNames } from './use-linked-names.ts'

interface CustomFieldPropertyProps {
  readonly field: FieldDefinition
  /** What the record holds: `record.custom[field.key] ?? null`. */
  readonly value: CustomValue
  /** `(value) => update({ id, custom: { [field.key]: value } })` */
  readonly onSave: (value: CustomValue) => Promise<unknown>
  readonly isReadOnly?: boolean
}

export function CustomFieldProperty({ field, value, onSave, isReadOnly = false }: CustomFieldPropertyProps) {
  const t = useT()
  const api = useApi()
  const format = useFormat()
  const { type, config } = field
  const text = typeof value === 'string' ? value : null
  const number = typeof value === 'number' ? value : null
  const names = useLinkedNames(field, text === null ? [] : [text])
  const words = customCellText({ t, format, names }, field, value)
  const frame = { label: field.name, field: field.key, isReadOnly }
  const typed = { ...frame, schema: fieldSchema(field) }
  const held = heldChoices(field, value)
  const choices = [...field.choices, ...held.filter((choice) => !field.choices.includes(choice))].map(({ id, name }) => ({
    value: id,
    label: name,
  }))

  switch (type) {
    case 'autoNumber':
      return <Property label={field.name}>{words === '' ? '–' : words}</Property>
    case 'text':
      return <EditableText {...typed} value={text} onSave={onSave} />
    case 'longText':
      return <EditableText {...typed} isMultiline value={text} onSave={onSave} />
    case 'phone':
    case 'email':
    case 'website':
      return (
        <EditableText
          {...typed}
          type={inputTypes[type]}
          value={text}
          onSave={onSave}
          after={text && <Link type={type} text={text} />}
        />
      )
    case 'number':
      return (
        <EditableNumber
          {...typed}
          value={number}
          format={(shown) => customCellText({ t, format, names }, field, shown)}
          onSave={onSave}
        />
      )
    case 'money':
      return <EditableMoney {...typed} currency={config.currency ?? ''} value={number} onSave={onSave} />
    case 'day':
      return <EditableDay {...typed} value={text} onSave={onSave} />
    case 'moment':
      return <EditableMoment {...typed} value={text} onSave={onSave} />
    case 'boolean':
      return (
        <EditableChoice
          {...frame}
          isClearable
          value={value === null ? null : value === true ? 'yes' : 'no'}
          choices={[
            { value: 'yes', label: t('history.yes') },
            { value: 'no', label: t('history.no') },
          ]}
          onSave={(chosen) => onSave(chosen === null ? null : chosen === 'yes')}
        />
      )
    case 'choice':
      return <EditableChoice {...frame} isClearable value={text} choices={choices} rich={tinted(held)} onSave={onSave} />
    case 'choices':
      return (
        <EditableChoices
          {...frame}
          value={Array.isArray(value) ? value : []}
          choices={choices}
          rich={tinted(held)}
          onSave={onSave}
        />
      )
    case 'user':
      return (
        <EditableChoice
          {...frame}
          isClearable
          value={text}
          choices={names.map(({ id, name }) => ({ value: id, label: name }))}
          onSave={onSave}
        />
      )
    case 'reference': {
      const target = config.target ?? 'company'
      const record = names.find(({ id }) => id === text) ?? null
      return (
        <EditableReference
          {...frame}
          value={record}
          query={(part) => api.customFields.pick({ target, text: part })}
          {...(record ? { href: recordHref(target, record.id), linkLabel: t('customFields.open', { name: record.name }) } : {})}
          onSave={(chosen) => onSave(chosen?.id ?? null)}
        />
      )
    }
  }
}

const inputTypes = { phone: 'tel', email: 'email', website: 'url' } as const
const links = { phone: ['tel:', IconPhone], email: ['mailto:', IconMail], website: ['', IconArrowUpRight] } as const

function Link({ type, text }: { readonly type: 'phone' | 'email' | 'website'; readonly text: string }) {
  const t = useT()
  const [scheme, icon] = links[type]
  const address = type === 'phone' ? text.replace(/[^\d+]/gu, '') : text
  return <OutsideLink href={`${scheme}${address}`} icon={icon} label={t('customFields.open', { name: text })} />
}

/** The choices that the record holds, also those that are no longer offered. */
const heldChoices = ({ choices, formerChoices }: FieldDefinition, value: CustomValue): readonly FieldChoice[] => {
  const ids: readonly unknown[] = Array.isArray(value) ? value : [value]
  return [...choices, ...formerChoices].filter(({ id }) => ids.includes(id))
}

const tinted = (held: readonly FieldChoice[]) =>
  held.some(({ colour }) => colour !== null) ? (
    <span className={classes['choices']}>
      {held.map(({ id, name, colour }) => (
        <Fragment key={id}>
          <Tag name={name} colour={colour ?? 'gray'} />{' '}
        </Fragment>
      ))}
    </span>
  ) : null
