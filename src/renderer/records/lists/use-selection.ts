// The selected rows of a list. Another question begins with none: what is no longer in sight must not be changed by surprise.
import { useState } from 'react'
import type { GridSelection } from '#renderer/ui/data-grid/grid-types.ts'
import type { ListQuestion, ListSelection } from '#shared/lists/list-question.ts'
import { extentOf, isSelected, NOTHING, type Selection, selectedCount, toggle, toggleAll } from './selection.ts'

export interface SelectedRows {
  readonly selection: Selection
  readonly count: number
  readonly grid: GridSelection
  /** As the engine is told. */
  readonly asked: ListSelection
  readonly selectAll: () => void
  readonly clear: () => void
}

interface SelectedRowsOptions {
  readonly question: ListQuestion
  readonly rowCount: number
  readonly initial: Selection
}

export const useSelection = ({ question, rowCount, initial }: SelectedRowsOptions): SelectedRows => {
  const { state, text, filter } = question
  const questionKey = JSON.stringify([question.entity, state, text, filter])
  const [held, setHeld] = useState({ questionKey, selection: initial })
  const selection = held.questionKey === questionKey ? held.selection : NOTHING
  const set = (next: Selection) => setHeld({ questionKey, selection: next })

  return {
    selection,
    count: selectedCount(selection, rowCount),
    grid: {
      has: (id) => isSelected(selection, id),
      extent: extentOf(selection, rowCount),
      toggle: (ids) => set(toggle(selection, ids)),
      toggleAll: () => set(toggleAll(selection)),
    },
    asked: selection.kind === 'some' ? { ids: [...selection.ids] } : { question, except: [...selection.except] },
    selectAll: () => set(toggleAll(NOTHING)),
    clear: () => set(NOTHING),
  }
}
