// Companies that stand under one another: it stays so until somebody opens one of them and chooses another parent there.
import { Anchor } from '@mantine/core'
import { Link } from 'react-router'
import { useFormat, useT } from '#renderer/i18n/i18n-context.tsx'
import { recordHref } from '#shared/base/record-places.ts'
import type { CompanyCircle } from '#shared/conflicts/company-circle.ts'
import classes from './Conflict.module.css'
import { writtenText } from './conflict-words.ts'

interface CircleEntryProps {
  readonly circle: CompanyCircle
  /** Of several in a row the first one says what it is about. */
  readonly isExplained: boolean
  /** A link of it was followed: it may lead to the record that it stands in front of. */
  readonly onFollow?: (() => void) | undefined
}

export function CircleEntry({ circle: { companies }, isExplained, onFollow }: CircleEntryProps) {
  const t = useT()
  const format = useFormat()
  const title = t('conflicts.circle', { count: companies.length })
  return (
    <article
      className={classes['entry']}
      tabIndex={-1}
      aria-label={`${title}, ${companies.map(({ name }) => name).join(', ')}`}
      data-conflict
    >
      <h3 className={classes['title']}>{title}</h3>
      {isExplained && <p className={classes['quiet']}>{t('conflicts.circle.text')}</p>}
      <div className={classes['claims']}>
        {companies.map(({ id, name, chosen }, index) => (
          <div key={id} className={classes['claim']}>
            <Anchor component={Link} to={recordHref('company', id)} onClick={onFollow} className={classes['value']} inherit>
              {name}
            </Anchor>
            <span>{t('conflicts.circle.part_of', { name: (companies[index + 1] ?? companies[0])?.name ?? '' })}</span>
            {chosen && (
              <span className={classes['by']}>
                <time dateTime={chosen.at} title={format.moment(chosen.at)}>
                  {writtenText(t, format, chosen)}
                </time>
              </span>
            )}
          </div>
        ))}
      </div>
    </article>
  )
}
