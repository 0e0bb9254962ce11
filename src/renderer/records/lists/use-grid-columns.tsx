// The columns of a list as the grid draws them. The title leads to the record.
import { useMemo } from 'react'
import { Link } from 'react-router'
import { useFormat, useT } from '#renderer/i18n/i18n-context.tsx'
import type { GridColumn } from '#renderer/ui/data-grid/grid-types.ts'
import type { ListRow } from '#shared/lists/list-question.ts'
import classes from './Cell.module.css'
import { cellView } from './CellView.tsx'
import { fieldLabel } from './field-words.ts'
import type { ShownColumn } from './list-columns.ts'

const AT_THE_END: ReadonlySet<string> = new Set(['number', 'money', 'moment'])

export const useGridColumns = (
  shown: readonly ShownColumn[],
  frozen: number,
  pathOf: (id: string) => string | null,
): readonly GridColumn<ListRow>[] => {
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
              <Link to={path} className={classes['name']} tabIndex={-1} title={name}>
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
          cell: position === 0 ? title : ({ cells }) => cellView({ t, format }, field, cells[field.id]),
        }
      }),
    [shown, frozen, pathOf, t, format],
  )
}
