// 休 or 班 beside a day, with the holiday's name: a day off, or a working day in exchange for one.
import { useT } from '#renderer/i18n/i18n-context.tsx'
import type { DayFacts } from './calendar-entry.ts'
import classes from './DayMark.module.css'

export function DayMark({ facts: { mark, name } }: { readonly facts: DayFacts }) {
  const t = useT()
  if (mark === null && name === null) return null
  return (
    <span className={classes['mark']} data-kind={mark ?? undefined}>
      {mark && <span className={classes['sign']}>{t(`calendar.mark.${mark}`)}</span>}
      {name && <span className={classes['name']}>{name}</span>}
    </span>
  )
}
