// A short table whose cells are edited where they stand: the lines of an order. Enter or a click opens a cell, Tab goes on to the next one,
// Esc goes back; arrows move between cells, Alt with an arrow moves the line.
import { type KeyboardEvent, type ReactNode } from 'react'
import { EditorBox, type EditorProps, ValueButton } from './EditBox.tsx'
import classes from './LineTable.module.css'
import type { Editing } from './use-editing.ts'

export interface LineColumn {
  readonly id: string
  readonly title: string
  /** Numbers stand at the end. */
  readonly isEnd?: boolean
  /** Its heading is said to screen readers only. */
  readonly isTitleHidden?: boolean
}

interface LineTableProps {
  readonly label: string
  readonly columns: readonly LineColumn[]
  readonly children: ReactNode
}

export function LineTable({ label, columns, children }: LineTableProps) {
  return (
    <div className={classes['frame']}>
      <table className={classes['table']} aria-label={label} data-property-list>
        <thead>
          <tr>
            {columns.map(({ id, title, isEnd, isTitleHidden }) => (
              <th key={id} scope="col" data-end={isEnd || undefined} data-first={id === columns[0]?.id || undefined}>
                {isTitleHidden ? <span className={classes['hidden']}>{title}</span> : title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody onKeyDown={moveBetweenCells}>{children}</tbody>
      </table>
    </div>
  )
}

interface LineRowProps {
  /** Up or down; not there where the lines stand fast. */
  readonly onMove?: ((step: 1 | -1) => void) | undefined
  readonly children: ReactNode
}

export function LineRow({ onMove, children }: LineRowProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : null
    if (!event.altKey || step === null || !onMove) return
    event.preventDefault()
    onMove(step)
  }
  return (
    <tr className={classes['row']} onKeyDown={onKeyDown}>
      {children}
    </tr>
  )
}

export function LineCell({ isEnd = false, children }: { readonly isEnd?: boolean; readonly children: ReactNode }) {
  return (
    <td data-end={isEnd || undefined}>
      <div className={classes['fixed']}>{children}</div>
    </td>
  )
}

interface EditableLineCellProps<Value> {
  /** Names the cell: its field and its line. */
  readonly label: string
  readonly shown: string
  readonly editing: Editing<Value>
  readonly isEnd?: boolean
  readonly isReadOnly: boolean
  /** Beside the value while it is not edited: the way to a record. */
  readonly after?: ReactNode
  readonly children: (input: EditorProps) => ReactNode
}

export function EditableLineCell<Value>(props: EditableLineCellProps<Value>) {
  const { label, shown, editing, isEnd = false, isReadOnly, after, children } = props

  if (isReadOnly) {
    return (
      <LineCell isEnd={isEnd}>
        {shown} {after}
      </LineCell>
    )
  }
  return (
    <td data-end={isEnd || undefined} data-property>
      {editing.isEditing ? (
        <EditorBox editing={editing} shown={shown}>
          {children}
        </EditorBox>
      ) : (
        <div className={classes['shown']}>
          <ValueButton label={label} editing={editing} shown={shown} />
          {after}
        </div>
      )}
    </td>
  )
}

/** From a closed cell to the one above or below, or beside it. */
const moveBetweenCells = (event: KeyboardEvent<HTMLElement>): void => {
  const { target } = event
  if (event.altKey || !(target instanceof HTMLElement) || !target.matches('[data-edit]')) return
  const row = target.closest('tr')
  const place = [...(row?.querySelectorAll('[data-edit]') ?? [])].indexOf(target)
  const inRow = (one: Element | null | undefined, at: number) => one?.querySelectorAll<HTMLElement>('[data-edit]')[at]
  const ways: Readonly<Partial<Record<string, () => HTMLElement | undefined>>> = {
    ArrowUp: () => inRow(row?.previousElementSibling, place),
    ArrowDown: () => inRow(row?.nextElementSibling, place),
    ArrowLeft: () => inRow(row, place - 1),
    ArrowRight: () => inRow(row, place + 1),
  }
  const next = ways[event.key]?.()
  if (!next) return
  event.preventDefault()
  next.focus()
}

interface Sum {
  readonly label: string
  readonly value: string
  /** The one that counts. */
  readonly isTotal?: boolean
}

/** What the lines come to, below them at the end. */
export function LineSums({ label, sums }: { readonly label: string; readonly sums: readonly Sum[] }) {
  return (
    <dl className={classes['sums']} aria-label={label}>
      {sums.map((sum) => (
        <div key={sum.label} data-total={sum.isTotal || undefined}>
          <dt>{sum.label}</dt>
          <dd>{sum.value}</dd>
        </div>
      ))}
    </dl>
  )
}
