// The columns of a list as the grid draws them. The title leads to the record.
import { useMemo } from 'react'
import { Link } from 'react-router'
import { useFormat, useT } from '#renderer/i18n/i18n-context.tsx'
import type { GridColumn } from '#renderer/ui/data-grid/grid-types.ts'
import type { ListQuestion, ListRow } from '#shared/lists/list-question.ts'
import classes from './Cell.module.css'
import { cellView } from './CellView.tsx'
import { fieldLabel } from './field-words.ts'
import type { ShownColumn } from './list-columns.ts'
import { fromList } from './NextRecords.tsx'
import type { CellSaves } from './use-cell-saves.ts'

const AT_THE_END: ReadonlySet<string> = new Set(['number', 'money', 'moment'])

interface GridColumnsOptions {
  readonly shown: readonly ShownColumn[]
  readonly frozen: number
  readonly pathOf: (id: string) => string | null
  readonly question: ListQuestion
  readonly refusedAt: CellSaves['refusedAt']
}

export const useGridColumns = ({
  shown,
  frozen,
  pathOf,
  question,
  refusedAt,
}: GridColumnsOptions): readonly GridColumn<ListRow>[] => {
  const t = useT()
  const format = useFormat()
  return useMemo(
    () =>
      shown.map(({ field, width, isSized }, position): GridColumn<ListRow> => {
        const title = ({ id, title: name }: ListRow) => {
          const path = pathOf(id)
          return path === null ? (
            <span className={classes['first']} title={name}>
              {name}
            </span>
          ) : (
            <span className={classes['first']}>
              <Link to={path} state={fromList(question)} className={classes['name']} tabIndex={-1} title={name}>
                {name}
              </Link>
            </span>
          )
        }
        return {
          id: field.id,
          title: fieldLabel(t, field),
          width,
          isFrozen: position < Math.max(1, frozen),
          isGrowing: position === 0 && !isSized,
          isSortable: field.isSortable,
          isEditable: field.isEditable,
          ...(AT_THE_END.has(field.type) && { align: 'end' as const }),
          cell: (row) => {
            const refused = refusedAt(row.id, field.id)
            if (refused) {
              return (
                <span className={classes['refused']} title={refused.complaint}>
                  {refused.text}
                </span>
              )
            }
            return position === 0 ? title(row) : cellView({ t, format }, field, row.cells[field.id])
          },
        }
      }),
    [shown, frozen, pathOf, question, refusedAt, t, format],
  )
}
