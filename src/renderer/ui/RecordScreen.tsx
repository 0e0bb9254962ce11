// One record, as a page of its own or as a panel beside a list: waiting, failed, or there.
import { Anchor } from '@mantine/core'
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { AppError } from '#shared/base/app-error.ts'
import { ErrorNote } from './ErrorNote.tsx'
import { Page } from './Page.tsx'
import { Pending } from './Pending.tsx'
import classes from './RecordScreen.module.css'

/** Where a record is shown. */
export type RecordPlace = 'page' | 'panel'

interface RecordScreenProps<Card> {
  readonly place: RecordPlace
  readonly card: UseQueryResult<Card, AppError>
  /** What is there before the name is known. */
  readonly kind: string
  readonly nameOf: (card: Card) => string
  /** The list that the record belongs to. */
  readonly up: { readonly to: string; readonly label: string }
  readonly children: (card: Card) => ReactNode
}

export function RecordScreen<Card>({ place, card, kind, nameOf, up, children }: RecordScreenProps<Card>) {
  const name = card.isSuccess ? nameOf(card.data) : kind
  const content = (
    <>
      {card.isPending && (
        <div className={classes['waiting']}>
          <Pending />
        </div>
      )}
      {card.isError && (
        <div className={classes['waiting']}>
          <ErrorNote error={card.error} onRetry={() => void card.refetch()} />
        </div>
      )}
      {card.isSuccess && children(card.data)}
    </>
  )
  if (place === 'panel') {
    return (
      <section aria-label={name} className={classes['panel']}>
        {content}
      </section>
    )
  }
  return (
    <Page
      title={name}
      layout="fill"
      lead={
        <Anchor component={Link} to={up.to}>
          {up.label}
        </Anchor>
      }
    >
      {content}
    </Page>
  )
}
