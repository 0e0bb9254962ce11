// The record that a row is about: the one it updates, is already, or looks like; and by what it was recognised.
import { Anchor, Text } from '@mantine/core'
import { Link } from 'react-router'
import { useFormat, useT } from '#renderer/i18n/i18n-context.tsx'
import { recordHref } from '#shared/base/record-places.ts'
import { recordType } from '#shared/base/fields.ts'
import { entitySpecs } from '#shared/imports/entities/entity-specs.ts'
import type { ImportEntity } from '#shared/imports/plan.ts'
import type { ImportFields } from '../columns/use-import-fields.ts'
import type { CheckedRow } from './use-import-rows.ts'

interface RowRecordProps {
  readonly row: CheckedRow
  readonly entity: ImportEntity
  readonly fields: ImportFields
}

export function RowRecord({ row: { record, matchedBy }, entity, fields }: RowRecordProps) {
  const t = useT()
  const { number } = useFormat()
  if (!record) return null
  const type = recordType.safeParse(entity)
  const key =
    matchedBy === null
      ? null
      : entitySpecs[entity].fields.some((field) => field.key === matchedBy)
        ? fields.label(matchedBy)
        : t.known(`imports.key.${matchedBy}`, 'imports.field.unknown')

  return (
    <div>
      {record.id !== null && type.success ? (
        <Anchor component={Link} to={recordHref(type.data, record.id)}>
          {record.name}
        </Anchor>
      ) : (
        <span>
          {record.row === null ? record.name : t('imports.detail.same_as', { name: record.name, row: number(record.row) })}
        </span>
      )}
      {key !== null && (
        <Text size="xs" c="dimmed">
          {t('imports.detail.recognised_by', { key })}
        </Text>
      )}
    </div>
  )
}
