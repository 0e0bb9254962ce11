// Records side by side, one choice a row: which of their values stays. Left and right choose, up and down go to the next row.
import { IconStar } from '@tabler/icons-react'
import { type CSSProperties, type KeyboardEvent, type ReactNode, useId } from 'react'
import classes from './ChoiceGrid.module.css'

export interface ChoiceColumn {
  readonly id: string
  readonly name: string
  /** What is said below the name. */
  readonly facts: ReactNode
}

export interface ChoiceRow {
  readonly id: string
  readonly label: string
  /** One for each column; null is empty. */
  readonly cells: readonly (string | null)[]
  readonly chosen: number
  /** It cannot be chosen otherwise. */
  readonly isFixed: boolean
}

interface ChoiceGridProps {
  readonly columns: readonly ChoiceColumn[]
  /** The choice of a column as a whole, in the head. */
  readonly head: { readonly label: string; readonly chosen: number; readonly onChoose: (place: number) => void }
  readonly groups: readonly { readonly id: string; readonly title: ReactNode; readonly rows: readonly ChoiceRow[] }[]
  /** How an empty cell is written. */
  readonly empty: string
  readonly onChoose: (row: string, place: number) => void
}

export function ChoiceGrid({ columns, head, groups, empty, onChoose }: ChoiceGridProps) {
  // Columns are a number that only the data knows.
  const style = { '--columns': columns.length } as CSSProperties
  return (
    // Not a stop of its own: the radios in it are.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className={classes['grid']} style={style} onKeyDown={goAbout}>
      <div role="radiogroup" aria-label={head.label} className={`${classes['row']} ${classes['head']}`}>
        <span className={classes['label']}>{head.label}</span>
        {columns.map(({ id, name, facts }, place) => (
          <div key={id} className={classes['cell']}>
            <button
              type="button"
              role="radio"
              aria-checked={place === head.chosen}
              tabIndex={place === head.chosen ? 0 : -1}
              className={classes['choice']}
              onClick={() => head.onChoose(place)}
            >
              <IconStar size={16} stroke={1.5} aria-hidden className={classes['star'] ?? ''} />
              <span className={classes['name']}>{name}</span>
            </button>
            <div className={classes['facts']}>{facts}</div>
          </div>
        ))}
      </div>
      {groups.map(({ id, title, rows }) => (
        <div key={id}>
          {title !== null && <div className={classes['title']}>{title}</div>}
          {rows.map((row) => (
            <Row key={row.id} row={row} columns={columns} empty={empty} onChoose={(place) => onChoose(row.id, place)} />
          ))}
        </div>
      ))}
    </div>
  )
}

interface RowProps {
  readonly row: ChoiceRow
  readonly columns: readonly ChoiceColumn[]
  readonly empty: string
  readonly onChoose: (place: number) => void
}

function Row({ row: { label, cells, chosen, isFixed }, columns, empty, onChoose }: RowProps) {
  const labelId = useId()
  return (
    <div role="radiogroup" aria-labelledby={labelId} className={classes['row']}>
      <span id={labelId} className={classes['label']}>
        {label}
      </span>
      {columns.map(({ id, name }, place) => {
        const text = cells[place] ?? null
        return (
          <div key={id} className={classes['cell']}>
            <button
              type="button"
              role="radio"
              aria-checked={place === chosen}
              aria-label={`${text ?? empty} (${name})`}
              disabled={isFixed}
              tabIndex={place === chosen ? 0 : -1}
              title={text ?? undefined}
              className={classes['choice']}
              onClick={() => onChoose(place)}
            >
              <span className={classes['mark']} aria-hidden />
              <span className={text === null ? `${classes['text']} ${classes['quiet']}` : classes['text']}>{text ?? empty}</span>
            </button>
          </div>
        )
      })}
    </div>
  )
}

const SIDEWAYS: Readonly<Partial<Record<string, number>>> = { ArrowRight: 1, ArrowLeft: -1 }
const UPRIGHT: Readonly<Partial<Record<string, number>>> = { ArrowDown: 1, ArrowUp: -1 }

const radiosOf = (row: Element): readonly HTMLButtonElement[] => [
  ...row.querySelectorAll<HTMLButtonElement>('[role=radio]:not(:disabled)'),
]

const goAbout = (event: KeyboardEvent<HTMLElement>): void => {
  const here = event.target instanceof Element ? event.target.closest('[role=radio]') : null
  const row = here?.closest('[role=radiogroup]')
  const aside = SIDEWAYS[event.key]
  const along = UPRIGHT[event.key]
  if (!here || !row || event.ctrlKey || event.metaKey || event.altKey || (aside === undefined && along === undefined)) return
  event.preventDefault()
  if (aside !== undefined) {
    const radios = radiosOf(row)
    const next = radios[(radios.findIndex((radio) => radio === here) + aside + radios.length) % radios.length]
    next?.focus()
    next?.click()
    return
  }
  const rows = [...event.currentTarget.querySelectorAll('[role=radiogroup]')].filter((each) => radiosOf(each).length > 0)
  const next = rows[rows.indexOf(row) + (along ?? 0)]
  next?.querySelector<HTMLButtonElement>('[role=radio][aria-checked=true]')?.focus()
}
