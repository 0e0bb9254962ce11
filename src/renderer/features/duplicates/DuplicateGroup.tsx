// Records that look alike, side by side: what speaks for it and against it, and what is done about it.
import { Anchor, Button, Checkbox, Group, Table, Text } from '@mantine/core'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { useApi } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { useFormat, useT } from '#renderer/i18n/i18n-context.tsx'
import { recordHref } from '#renderer/records/fields/record-href.ts'
import { Section } from '#renderer/ui/Section.tsx'
import type { CustomerType } from '#shared/customers/contact-point.ts'
import { type LikelyGroup, type LikeRecord } from '#shared/duplicates/duplicate.ts'
import { MOST_MERGED } from '#shared/merges/merge.ts'
import type { MessageKey } from '#shared/messages.ts'

interface DuplicateGroupProps {
  readonly recordType: CustomerType
  readonly group: LikelyGroup
}

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
  const dismiss = useAction(duplicates.dismiss(), { said: () => t('duplicates.said.not', { count: pairs.length }) })
  const chosen = records.filter(({ id }) => !left.has(id))
  const isTooMany = chosen.length > MOST_MERGED
  const shown = SHOWN.filter((column) => records.some((record) => record[column] !== null))
  const merge = () => void navigate(`/merge/${recordType}?ids=${chosen.map(({ id }) => id).join(',')}`)

  return (
    <Section title={records.map(({ name }) => name).join(' · ')} text={t('duplicates.group', { percent })}>
      <Table.ScrollContainer minWidth={600}>
        <Table aria-label={records.map(({ name }) => name).join(', ')} verticalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th w={32} aria-label={t('duplicates.merge')} />
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
      <Reasons records={records} pairs={pairs} />
      {isTooMany && <Text c="dimmed">{t('duplicates.merge_too_many')}</Text>}
      <Group gap="sm">
        <Button size="xs" disabled={chosen.length < 2 || isTooMany} onClick={merge}>
          {t('duplicates.merge')}
        </Button>
        <Button
          size="xs"
          variant="default"
          loading={dismiss.isPending}
          onClick={() => {
            const ids = new Set(chosen.map(({ id }) => id))
            for (const { aId, bId } of pairs) if (ids.has(aId) && ids.has(bId)) dismiss.mutate({ recordType, aId, bId })
          }}
        >
          {t('duplicates.not')}
        </Button>
      </Group>
    </Section>
  )
}

const toggled = (left: ReadonlySet<string>, id: string): ReadonlySet<string> => {
  const next = new Set(left)
  if (!next.delete(id)) next.add(id)
  return next
}

/** Of each pair what speaks for it and what against, the strongest first. */
function Reasons({ records, pairs }: { readonly records: readonly LikeRecord[]; readonly pairs: LikelyGroup['pairs'] }) {
  const t = useT()
  const nameOf = (id: string) => records.find((record) => record.id === id)?.name ?? ''
  return (
    <div>
      {pairs.slice(0, 5).map(({ aId, bId, percent, fields }) => {
        const words = fields
          .toSorted((one, other) => Math.abs(other.bits) - Math.abs(one.bits))
          .map(({ field, bits }) =>
            t(bits > 0 ? 'duplicates.for' : 'duplicates.against', { field: t(`duplicates.field.${field}`) }),
          )
        return (
          <Text key={`${aId} ${bId}`} size="sm" c="dimmed">
            {pairs.length > 1 && `${nameOf(aId)} – ${nameOf(bId)} (${percent} %): `}
            {words.join(' · ')}
          </Text>
        )
      })}
    </div>
  )
}
