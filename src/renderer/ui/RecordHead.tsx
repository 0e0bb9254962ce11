// The head of a record: its name, what kind it is, a line of what matters, and its most used actions.
import { Title } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './RecordHead.module.css'

interface RecordHeadProps {
  readonly kind: string
  readonly name: string
  /** Beside the kind: number, stage, owner. */
  readonly facts?: ReactNode
  readonly actions?: ReactNode
  /** A note across the head: that the record is archived. */
  readonly notice?: ReactNode
}

export function RecordHead({ kind, name, facts, actions, notice }: RecordHeadProps) {
  return (
    <div className={classes['head']}>
      <div className={classes['names']}>
        <Title order={2} className={classes['name'] ?? ''}>
          {name}
        </Title>
        <div className={classes['facts']}>
          <span>{kind}</span>
          {facts}
        </div>
      </div>
      <div className={classes['actions']}>{actions}</div>
      {notice && <div className={classes['notice']}>{notice}</div>}
    </div>
  )
}
