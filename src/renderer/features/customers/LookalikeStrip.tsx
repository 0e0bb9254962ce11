// Records that look like a new one, each with why and whose it is; where something else is being filled in, one of them can be used instead.
import { Anchor, Button, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { useFields } from '#renderer/records/fields/use-fields.ts'
import type { Reference } from '#shared/base/fields.ts'
import { recordHref } from '#shared/base/record-places.ts'
import type { CustomerType } from '#shared/customers/contact-point.ts'
import type { Lookalike } from '#shared/duplicates/duplicate.ts'
import classes from './Lookalikes.module.css'

interface LookalikeStripProps {
  readonly recordType: CustomerType
  readonly found: readonly Lookalike[]
  /** Instead of what is said while a new record is typed. */
  readonly title?: string
  /** It stands in a frame already. */
  readonly isFramed?: boolean
  /** Closes the form, for whoever goes to one of them. */
  readonly onLeave?: (() => void) | undefined
  /** Takes one of them instead of the new record; nobody goes to them then. */
  readonly onUse?: ((record: Reference) => void) | undefined
  /** Below the records. */
  readonly children?: ReactNode
}

export function LookalikeStrip({ recordType, found, title, isFramed = false, onLeave, onUse, children }: LookalikeStripProps) {
  const t = useT()
  const { fields } = useFields(recordType)
  const fieldName = ({ field, key }: Lookalike['reasons'][number]): string =>
    fields.find((own) => own.key === key)?.name ?? t(`duplicates.field.${field}`)
  const why = ({ reasons }: Lookalike): string[] =>
    reasons.map((reason) =>
      reason.percent === 100
        ? t('duplicates.same', { field: fieldName(reason) })
        : t('duplicates.alike', { field: fieldName(reason), percent: reason.percent }),
    )
  const whose = ({ isPooled, ownerName }: Lookalike): string[] => {
    if (isPooled) return [t('duplicates.pooled')]
    return ownerName === null ? [] : [t('duplicates.owner', { name: ownerName })]
  }

  return (
    <div role="status" className={classes['strip']} data-framed={isFramed || undefined}>
      <Text size="sm" fw={600}>
        {title ?? t('duplicates.warning')}
      </Text>
      <ul>
        {found.map((one) => (
          <li key={one.id}>
            <span>
              {onUse ? (
                <Text span size="sm">
                  {one.name}
                </Text>
              ) : (
                <Anchor component={Link} size="sm" to={recordHref(recordType, one.id)} onClick={onLeave}>
                  {one.name}
                </Anchor>
              )}{' '}
              <Text span size="sm" c="dimmed">
                {[...why(one), ...whose(one)].join(' · ')}
              </Text>
            </span>
            {onUse && (
              <Button
                flex="none"
                size="compact-xs"
                variant="default"
                aria-label={t('duplicates.use', { name: one.name })}
                onClick={() => onUse({ id: one.id, name: one.name })}
              >
                {t('duplicates.use_it')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {children}
    </div>
  )
}
