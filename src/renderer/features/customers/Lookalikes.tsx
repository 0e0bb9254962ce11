// What is there already and looks like the new record: shown while it is typed, with the reason and whose it is.
import { Anchor, Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { useApi } from '#renderer/api/api-context.tsx'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { recordHref } from '#shared/base/record-places.ts'
import type { CustomerType } from '#shared/customers/contact-point.ts'
import type { Lookalike } from '#shared/duplicates/duplicate.ts'
import classes from './Lookalikes.module.css'

interface LookalikesProps {
  readonly recordType: CustomerType
  readonly typed: { readonly name: string; readonly phone: string; readonly email: string; readonly website?: string }
  readonly onLeave: () => void
}

const PAUSE_MS = 250

export function Lookalikes({ recordType, typed, onLeave }: LookalikesProps) {
  const t = useT()
  const { name, phone, email, website = '' } = typed
  const [key] = useDebouncedValue(JSON.stringify({ recordType, name, phone, email, website }), PAUSE_MS)
  // What was made from the words above.
  const asked = JSON.parse(key) as { recordType: CustomerType; name: string; phone: string; email: string; website: string }
  const isAsked = [asked.name, asked.phone, asked.email, asked.website].some((value) => value.trim().length > 1)
  const found = useQuery({
    ...useApi().duplicates.check(asked),
    enabled: isAsked,
    placeholderData: keepPreviousData,
    gcTime: 0,
  })
  if (!isAsked || !found.data || found.data.length === 0) return null

  const why = ({ reasons }: Lookalike): string[] =>
    reasons.map(({ field, percent }) =>
      percent === 100
        ? t('duplicates.same', { field: t(`duplicates.field.${field}`) })
        : t('duplicates.alike', { field: t(`duplicates.field.${field}`), percent }),
    )
  return (
    <div role="status" className={classes['strip']}>
      <Text size="sm" fw={500}>
        {t('duplicates.warning')}
      </Text>
      <ul>
        {found.data.map((one) => (
          <li key={one.id}>
            <Anchor component={Link} size="sm" to={recordHref(recordType, one.id)} onClick={onLeave}>
              {one.name}
            </Anchor>{' '}
            <Text span size="sm" c="dimmed">
              {[
                ...why(one),
                ...(one.isPooled
                  ? [t('duplicates.pooled')]
                  : one.ownerName === null
                    ? []
                    : [t('duplicates.owner', { name: one.ownerName })]),
              ].join(' · ')}
            </Text>
          </li>
        ))}
      </ul>
    </div>
  )
}
