// Records that look alike, side by side: what speaks for it and against it, and what is done about it.
import { Anchor, Button, Checkbox, Group, Table, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { useApi } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { useFormat, useT } from '#renderer/i18n/i18n-context.tsx'
import { useFields } from '#renderer/records/fields/use-fields.ts'
import { recordHref } from '#shared/base/record-places.ts'
import type { CustomerType } from '#shared/customers/contact-point.ts'
import { type LikelyGroup, type LikeRecord } from '#shared/duplicates/duplicate.ts'
import { MOST_MERGED } from '#shared/merges/merge.ts'
import type { MessageKey } from '#shared/messages.ts'
import classes from './DuplicateGroup.module.css'

interface DuplicateGroupProps {
  readonly recordType: CustomerType
  readonly group: LikelyGroup
}

const SHOWN_PAIRS = 5
const SHOWN = ['companyName', 'phone', 'email', 'address', 'city', 'creditCode', 'birthday', 'ownerName'] as const
const LABELS = {
  ...{ companyName: 'field.companyId', phone: 'field.phone', email: 'field.email', address: 'field.address' },
  ...{ city: 'field.city', creditCode: 'field.creditCode', birthday: 'field.birthday', ownerName: 'field.ownerId' },
} as const satisfies Record<(typeof SHOWN)[number], MessageKey>

export function DuplicateGroup({ recordType, group: { records, pairs, percent } }: DuplicateGroupProps) {
  const t = useT()
  const format = useFormat()
  const navigate = useNavigate()
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const { duplicates } = useApi()
  const dismiss = useAction(duplicates.dismiss(), {
    said: (_, dismissed) => t('duplicates.said.not', { count: dismissed.pairs.length }),
  })
  const chosen = records.filter(({ id }) => !left.has(id))
  const isTooMany = chosen.length > MOST_MERGED
  const shown = SHOWN.filter((column) => records.some((record) => record[column] !== null))
  const names = records.map(({ name }) => name).join(' · ')
  const merge = () => void navigate(`/merge/${recordType}?ids=${chosen.map(({ id }) => id).join(',')}`)

  return (
    <section className={classes['group']} aria-label={names}>
      <div className={classes['head']}>
        <Title order={2}>{names}</Title>
        <Text c="dimmed">{t('duplicates.group', { percent })}</Text>
      </div>
      <Table.ScrollContainer minWidth={720}>
        <Table aria-label={names} verticalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              <Table.Td w={32} />
              <Table.Th>{t('field.name')}</Table.Th>
              {shown.map((column) => (
                <Table.Th key={column}>{t(LABELS[column])}</Table.Th>
              ))}
              <Table.Th>{t('field.createdAt')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {records.map((record) => (
              <Table.Tr key={record.id}>
                <Table.Td>
                  <Checkbox
                    aria-label={t('duplicates.choose', { name: record.name })}
                    checked={!left.has(record.id)}
                    onChange={() => setLeft(toggled(left, record.id))}
                  />
                </Table.Td>
                <Table.Td>
                  <Anchor component={Link} to={recordHref(recordType, record.id)}>
                    {record.name}
                  </Anchor>
                </Table.Td>
                {shown.map((column) => (
                  <Table.Td key={column}>{record[column]}</Table.Td>
                ))}
                <Table.Td>{format.nearMoment(record.createdAt)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <Reasons recordType={recordType} records={records} pairs={pairs} />
      {isTooMany && <Text c="dimmed">{t('duplicates.merge_too_many')}</Text>}
      <Group gap="sm">
        <Button size="xs" disabled={chosen.length < 2 || isTooMany} onClick={merge}>
          {t('duplicates.merge')}
        </Button>
        <Button
          size="xs"
          variant="default"
          disabled={chosen.length < 2}
          loading={dismiss.isPending}
          onClick={() => {
            const ids = new Set(chosen.map(({ id }) => id))
            const meant = pairs.filter(({ aId, bId }) => ids.has(aId) && ids.has(bId))
            dismiss.mutate({ recordType, pairs: meant.map(({ aId, bId }) => ({ aId, bId })) })
          }}
        >
          {t('duplicates.not')}
        </Button>
      </Group>
    </section>
  )
}

const toggled = (left: ReadonlySet<string>, id: string): ReadonlySet<string> => {
  const next = new Set(left)
  if (!next.delete(id)) next.add(id)
  return next
}

interface ReasonsProps {
  readonly recordType: CustomerType
  readonly records: readonly LikeRecord[]
  readonly pairs: LikelyGroup['pairs']
}

/** Of each pair what speaks for it and what against, the strongest first. */
function Reasons({ recordType, records, pairs }: ReasonsProps) {
  const t = useT()
  const { fields: ownFields } = useFields(recordType)
  const fieldName = ({ field, key }: LikelyGroup['pairs'][number]['fields'][number]): string =>
    ownFields.find((own) => own.key === key)?.name ?? t(`duplicates.field.${field}`)
  const nameOf = (id: string) => records.find((record) => record.id === id)?.name ?? ''
  return (
    <ul className={classes['why']} aria-label={t('duplicates.why')}>
      {pairs.slice(0, SHOWN_PAIRS).map(({ aId, bId, percent, fields }) => {
        const strongest = fields.toSorted((one, other) => Math.abs(other.bits) - Math.abs(one.bits))
        const list = (sign: 1 | -1) => strongest.filter(({ bits }) => bits * sign > 0).map(fieldName)
        const words = [
          ...(list(1).length > 0 ? [t('duplicates.for', { fields: list(1) })] : []),
          ...(list(-1).length > 0 ? [t('duplicates.against', { fields: list(-1) })] : []),
        ]
        return (
          <Text key={`${aId} ${bId}`} component="li" size="sm" c="dimmed">
            {pairs.length > 1 && `${t('duplicates.pair', { one: nameOf(aId), other: nameOf(bId), percent })} `}
            {words.join(' · ')}
          </Text>
        )
      })}
    </ul>
  )
}
