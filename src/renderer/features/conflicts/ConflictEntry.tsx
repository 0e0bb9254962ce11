// One field with the values that crossed, side by side, and what can be done about them.
import { Anchor, Button } from '@mantine/core'
import { Link } from 'react-router'
import { useFormat, useT } from '#renderer/i18n/i18n-context.tsx'
import type { Conflict } from '#shared/conflicts/conflict.ts'
import { ClaimBox } from './ClaimBox.tsx'
import classes from './Conflict.module.css'
import { fieldOf, haveOneBase, isLongText, titleOf, valueText } from './conflict-words.ts'
import { KeptEntry } from './KeptEntry.tsx'
import { useDecide } from './use-decide.ts'

interface ConflictEntryProps {
  readonly conflict: Conflict
  /** Of the record that it is about. */
  readonly name: string
  /** Of its page; none where the entry stands on it. */
  readonly href?: string | undefined
  /** Opens the window in which its value is written anew. */
  readonly onWrite: (conflict: Conflict) => void
  /** Whether a question stands in front of it, which goes with the entry. */
  readonly onAsking?: (isAsking: boolean) => void
}

export function ConflictEntry({ conflict, name, href, onWrite, onAsking }: ConflictEntryProps) {
  const t = useT()
  const title = titleOf(t, conflict)
  return (
    <article className={classes['entry']} tabIndex={-1} aria-label={`${title}, ${name}`} data-conflict>
      <h3 className={classes['title']}>{title}</h3>
      {conflict.kind === 'kept' ? (
        <KeptEntry conflict={conflict} name={name} onAsking={onAsking} />
      ) : (
        <CrossedEntry conflict={conflict} href={href} onWrite={onWrite} />
      )}
    </article>
  )
}

function CrossedEntry({ conflict, href, onWrite }: Omit<ConflictEntryProps, 'name' | 'onAsking'>) {
  const t = useT()
  const format = useFormat()
  const { start, isPending } = useDecide(conflict)
  const { table, standing, others, editor } = conflict
  const field = fieldOf(t, conflict)
  const isLong = isLongText(conflict)
  const shown = valueText(t, format, table, standing.values)
  const isOneBase = haveOneBase(others)
  const baseText = (base: Conflict['others'][number]['base']) =>
    base && t('conflicts.base', { value: valueText(t, format, table, base) })
  const areAlike = others.some((other) => valueText(t, format, table, other.values) === shown)

  return (
    <>
      <div className={classes['claims']}>
        <ClaimBox
          role={t('conflicts.stands')}
          claim={standing}
          text={shown}
          isStanding
          isBusy={isPending}
          button={{
            text: t('conflicts.keep'),
            label: t('conflicts.keep_label', { field, value: shown }),
            act: 'keep',
            run: () => start({ kind: 'keep' }),
          }}
        />
        {others.map((other) => {
          const value = valueText(t, format, table, other.values)
          return (
            <ClaimBox
              key={other.id}
              role={t('conflicts.other')}
              claim={other}
              text={value}
              base={isOneBase ? null : baseText(other.base)}
              isBusy={isPending}
              button={{
                text: t('conflicts.take'),
                label: t('conflicts.take_label', { field, value }),
                act: 'take',
                run: () => start({ kind: 'take', claim: other.id }),
              }}
            />
          )
        })}
      </div>
      {areAlike && (
        <p className={classes['alike']}>{isLong ? t('conflicts.alike_text', { count: others.length }) : t('conflicts.alike')}</p>
      )}
      <div className={classes['foot']}>
        <span className={classes['base']}>{isOneBase && baseText(others[0]?.base ?? null)}</span>
        {editor === null && href !== undefined && (
          <Anchor component={Link} to={href} size="sm" aria-label={t('conflicts.on_record_label', { field })}>
            {t('conflicts.on_record')}
          </Anchor>
        )}
        {editor !== null && (
          <Button
            size="xs"
            variant="subtle"
            data-act="write"
            aria-label={isLong ? undefined : t('conflicts.write_label', { field })}
            aria-haspopup="dialog"
            onClick={() => onWrite(conflict)}
          >
            {isLong ? t('conflicts.write_both', { count: others.length }) : t('conflicts.write')}
          </Button>
        )}
      </div>
    </>
  )
}
