// Two records that two machines gave one number: it stays until somebody gives one of them another, or lets both keep it.
import { Anchor, Button } from '@mantine/core'
import { Link } from 'react-router'
import { useApi } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { useFormat, useT } from '#renderer/i18n/i18n-context.tsx'
import { recordHref } from '#shared/base/record-places.ts'
import type { NumberHolder, SameNumber } from '#shared/conflicts/same-number.ts'
import classes from './Conflict.module.css'
import { writtenText } from './conflict-words.ts'

interface SameNumberEntryProps {
  readonly same: SameNumber
  /** Of several in a row the first one says what it is about. */
  readonly isExplained: boolean
  /** A link of it was followed: it may lead to the record that it stands in front of. */
  readonly onFollow?: (() => void) | undefined
}

export function SameNumberEntry({ same: { recordType, number, first, later }, isExplained, onFollow }: SameNumberEntryProps) {
  const t = useT()
  const { conflicts } = useApi()
  const keep = useAction(conflicts.keepNumbers(), { said: () => t('conflicts.number.said.kept', { number }) })
  const renumber = useAction(conflicts.renumber(), {
    said: (given) => t('conflicts.number.said.given', { before: number, number: given.number }),
  })
  const isBusy = keep.isPending || renumber.isPending
  const title = t(`conflicts.number.${recordType}`, { number })
  const box = (holder: NumberHolder, role: string, act: string | undefined) => (
    <HolderBox
      {...{ holder, role, act, isBusy, onFollow }}
      href={recordHref(recordType, holder.id)}
      onRenumber={() => renumber.mutate({ recordType, id: holder.id })}
    />
  )
  return (
    <article className={classes['entry']} tabIndex={-1} aria-label={title} data-conflict>
      <h3 className={classes['title']}>{title}</h3>
      {isExplained && <p className={classes['quiet']}>{t('conflicts.number.text')}</p>}
      <div className={classes['claims']}>
        {box(first, t('conflicts.number.first'), undefined)}
        {box(later, t('conflicts.number.later'), 'take')}
      </div>
      <div className={classes['foot']}>
        <span className={classes['base']} />
        <Button
          size="xs"
          variant="subtle"
          data-act="keep"
          aria-label={t('conflicts.number.keep_label', { number })}
          loading={isBusy}
          onClick={() => keep.mutate({ recordType, ids: [first.id, later.id] })}
        >
          {t('conflicts.number.keep')}
        </Button>
      </div>
    </article>
  )
}

interface HolderBoxProps {
  readonly holder: NumberHolder
  readonly role: string
  readonly href: string
  readonly act: string | undefined
  readonly isBusy: boolean
  readonly onFollow: (() => void) | undefined
  readonly onRenumber: () => void
}

function HolderBox({ holder, role, href, act, isBusy, onFollow, onRenumber }: HolderBoxProps) {
  const t = useT()
  const format = useFormat()
  const name = holder.name ?? t('conflicts.unnamed')
  return (
    <div className={classes['claim']}>
      <span className={classes['role']}>{role}</span>
      <Anchor component={Link} to={href} onClick={onFollow} className={classes['value']} inherit>
        {name}
      </Anchor>
      <span className={classes['by']}>
        <time dateTime={holder.at} title={format.moment(holder.at)}>
          {writtenText(t, format, holder)}
        </time>
      </span>
      <div>
        <Button
          size="xs"
          variant="default"
          aria-label={t('conflicts.number.renumber_label', { name })}
          data-act={act}
          loading={isBusy}
          onClick={onRenumber}
        >
          {t('conflicts.number.renumber')}
        </Button>
      </div>
    </div>
  )
}
