// The head of a record: its name, what kind it is, a line of what matters, and its most used actions.
import { Title } from '@mantine/core'
import { type ReactNode, use } from 'react'
import { initialsOf, organisationInitials } from './initials.ts'
import { RecordBadgeContext } from './record-badge.ts'
import classes from './RecordHead.module.css'

interface RecordHeadProps {
  readonly kind: string
  readonly name: string
  /** A person's sign is round, an organisation's square; a deal or ticket has none. */
  readonly sign?: 'person' | 'organisation'
  /** Over the sign's letters, where there is one. */
  readonly photo?: ReactNode
  /** Right after the name: the star. */
  readonly mark?: ReactNode
  /** Beside the kind: number, stage, owner. */
  readonly facts?: ReactNode
  readonly actions?: ReactNode
  /** A note across the head: that the record is archived. */
  readonly notice?: ReactNode
}

export function RecordHead({ kind, name, sign, photo, mark, facts, actions, notice }: RecordHeadProps) {
  const badge = use(RecordBadgeContext)
  return (
    <div className={classes['head']}>
      {sign && (
        <span aria-hidden className={classes['sign']} data-sign={sign}>
          {sign === 'person' ? initialsOf(name) : organisationInitials(name)}
          {photo}
        </span>
      )}
      <div className={classes['names']}>
        <div className={classes['line']}>
          <Title order={2} className={classes['name'] ?? ''}>
            {name}
          </Title>
          {mark}
          {badge && <badge.Badge recordType={badge.recordType} recordId={badge.id} name={name} />}
        </div>
        <div className={classes['facts']}>
          <span>{kind}</span>
          {facts}
        </div>
      </div>
      <div className={classes['actions']}>{actions}</div>
      {notice && <div className={classes['notice']}>{notice}</div>}
      {badge && <badge.Notice recordType={badge.recordType} recordId={badge.id} className={classes['notice']} />}
    </div>
  )
}
