// Further phones, e-mails and the like in the form of a new company or person, a row each.
import { ActionIcon, Group, Select, TextInput } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { AddPointMenu } from './AddPointMenu.tsx'
import type { PointValue } from './customer-values.ts'
import { pointTypeChoices } from './point-words.ts'

interface PointRowsProps {
  readonly points: readonly PointValue[]
  readonly onChange: (points: readonly PointValue[]) => void
  readonly errorOf: (path: string) => ReactNode
}

export function PointRows({ points, onChange, errorOf }: PointRowsProps) {
  const t = useT()
  const change = (index: number, changes: Partial<PointValue>) =>
    onChange(points.map((point, place) => (place === index ? { ...point, ...changes } : point)))

  return (
    <>
      {points.map(({ kind, value, type }, index) => (
        <Group key={index} gap="sm" align="flex-end" wrap="nowrap">
          <TextInput
            flex={1}
            label={t(`field.${kind}`)}
            value={value}
            error={errorOf(`points.${index}.value`)}
            onChange={(event) => change(index, { value: event.currentTarget.value })}
          />
          <Select
            w={140}
            clearable
            aria-label={t('record.point.type')}
            placeholder={t('record.point.type')}
            data={pointTypeChoices(t, kind, type)}
            value={type}
            onChange={(chosen) => change(index, { type: chosen })}
          />
          <ActionIcon
            size={32}
            aria-label={t('record.form.remove', { what: t(`field.${kind}`) })}
            onClick={() => onChange(points.filter((_, place) => place !== index))}
          >
            <IconX size={16} stroke={1.5} aria-hidden />
          </ActionIcon>
        </Group>
      ))}
      <AddPointMenu onAdd={(kind) => onChange([...points, { kind, value: '', type: null }])} />
    </>
  )
}
