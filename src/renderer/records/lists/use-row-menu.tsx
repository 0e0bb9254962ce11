// The menu of a row with the forms that it opens, and the signs at the end of a row, which do the same.
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useApi, useShell } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import type { Point } from '#renderer/ui/data-grid/use-grid-menu.ts'
import { recordTypeOf } from '#shared/lists/list-entity.ts'
import type { ListField } from '#shared/lists/list-field.ts'
import type { ListQuestion, ListRow } from '#shared/lists/list-question.ts'
import { BulkDialogs, type BulkDialog } from './BulkDialogs.tsx'
import { QuickActions } from './QuickActions.tsx'
import type { RowDeed } from './row-actions.ts'
import { RowMenu } from './RowMenu.tsx'
import { useBulk } from './use-bulk.ts'
import type { SelectedRows } from './use-selection.ts'

interface RowMenuOptions {
  readonly question: ListQuestion
  readonly fields: readonly ListField[]
  readonly selected: SelectedRows
  readonly pathOf: (id: string) => string | null
  readonly onOpen: (row: ListRow) => void
  /** `null` where nothing can be shown beside the list. */
  readonly onPeek: ((row: ListRow, line: number) => void) | null
}

interface Acted {
  readonly row: ListRow
  readonly line: number
}

export const useRowMenu = ({ question, fields, selected, pathOf, onOpen, onPeek }: RowMenuOptions) => {
  const t = useT()
  const api = useApi()
  const { entity, state } = question
  /** The row that the menu was asked for, also while what was chosen is being done. */
  const [acted, setActed] = useState<Acted | null>(null)
  const [at, setAt] = useState<Point | null>(null)
  const [dialog, setDialog] = useState<BulkDialog | null>(null)
  // A row that is one of those selected stands for all of them.
  const isOfAll = acted !== null && selected.count > 1 && selected.grid.has(acted.row.id)
  const one = { asked: { ids: acted === null ? [] : [acted.row.id] }, clear: () => {} }
  const bulk = useBulk(entity, isOfAll ? selected : one)
  const recordType = recordTypeOf[entity]
  const favourites = useQuery({ ...api.favourites.list({}), enabled: at !== null && recordType !== null })
  const addFavourite = useAction(api.favourites.add(), {
    said: () => t('record.favourite.added', { name: acted?.row.title ?? '' }),
  })
  const removeFavourite = useAction(api.favourites.remove(), {
    said: () => t('record.favourite.removed', { name: acted?.row.title ?? '' }),
  })
  const openWindow = useAction(useShell().openWindow())
  const count = isOfAll ? selected.count : 1

  const deedOf = ({ row, line }: Acted): RowDeed => {
    const path = pathOf(row.id)
    const isOn = favourites.data?.some(({ recordId }) => recordId === row.id) ?? false
    return {
      ...{ row, count, state, fields },
      open: path === null ? null : () => onOpen(row),
      openWindow: path === null ? null : () => openWindow.mutate({ route: path }),
      peek: onPeek && (() => onPeek(row, line)),
      favourite:
        recordType === null || !favourites.isSuccess
          ? null
          : { isOn, turn: () => (isOn ? removeFavourite : addFavourite).mutate({ recordType, recordId: row.id }) },
      change: bulk.change,
      askFor: setDialog,
      // One record is back by Undo; of many it is asked first, as in the bar below.
      archive: () => (count === 1 ? bulk.archive() : setDialog('archive')),
      restore: bulk.restore,
    }
  }
  const menus: ReactNode = (
    <>
      {at && acted && (
        <RowMenu
          at={at}
          deed={deedOf(acted)}
          onChoose={(field, value) => bulk.change({ [field.id]: value })}
          onClose={() => setAt(null)}
        />
      )}
      <BulkDialogs open={dialog} count={count} fields={fields} bulk={bulk} onClose={() => setDialog(null)} />
    </>
  )
  return {
    show: (row: ListRow, line: number, point: Point) => {
      setActed({ row, line })
      setAt(point)
    },
    menus,
    quickActions: (row: ListRow, line: number) => <QuickActions deed={{ ...deedOf({ row, line }), count: 1 }} />,
  }
}
